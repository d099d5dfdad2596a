"""Reads all members page by page with an API key; only Python's standard library is needed.

HANSE_URL: https://… of the platform; HANSE_UNIT: the unit's short name; HANSE_KEY: a key of that unit with the scope
accounts.member.read.
"""

import json
import os
import urllib.request

QUERY = """
query ($after: String) {
  members(first: 100, after: $after) {
    nodes { displayName role }
    pageInfo { hasNextPage endCursor }
  }
}
"""


def ask(query, variables):
    request = urllib.request.Request(
        f"{os.environ['HANSE_URL']}/u/{os.environ['HANSE_UNIT']}/graphql",
        data=json.dumps({"query": query, "variables": variables}).encode(),
        headers={
            "Authorization": f"Bearer {os.environ['HANSE_KEY']}",
            "Content-Type": "application/json",
        },
    )
    with urllib.request.urlopen(request) as response:
        answer = json.load(response)
    if "errors" in answer:
        raise SystemExit(answer["errors"][0]["message"])
    return answer["data"]


after = None
while True:
    page = ask(QUERY, {"after": after})["members"]
    for member in page["nodes"]:
        print(member["displayName"], member["role"])
    if not page["pageInfo"]["hasNextPage"]:
        break
    after = page["pageInfo"]["endCursor"]
