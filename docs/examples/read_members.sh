#!/bin/sh
# Reads members with an API key. HANSE_URL: https://… of the platform; HANSE_UNIT: the unit's short name;
# HANSE_KEY: a key of that unit with the scope accounts.member.read.
curl --fail --silent --show-error "$HANSE_URL/u/$HANSE_UNIT/graphql" \
  --header "Authorization: Bearer $HANSE_KEY" \
  --header "Content-Type: application/json" \
  --data '{"query": "{ members(first: 10) { totalCount nodes { displayName role } } }"}'
