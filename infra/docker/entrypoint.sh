#!/bin/sh
# Becomes the role named by the first word; any other word is run as a command.
set -eu
role=${1:-web}
case "$role" in
  web)
    exec granian --interface wsgi --host 0.0.0.0 --port 8000 --no-ws --http1-header-read-timeout 10000 --workers "${WEB_WORKERS:-2}" \
      --blocking-threads 2 --respawn-failed-workers --workers-kill-timeout 25 infra.config.wsgi:application ;;
  live)
    exec granian --interface asginl --host 0.0.0.0 --port 8001 --no-ws --http1-header-read-timeout 10000 --workers 1 --backlog 16384 \
      --backpressure 12000 --respawn-failed-workers --workers-kill-timeout 10 infra.config.asgi:application ;;
  worker)
    exec celery --quiet -A infra.config.celery_app worker --concurrency "${WORKER_PROCESSES:-2}" \
      --without-gossip --without-mingle ;;
  beat)
    exec celery --quiet -A infra.config.celery_app beat --pidfile= -s "$HANSE_HOME/beat-schedule" ;;
  relay)
    exec python -m infra.manage relay ;;
  migrate)
    exec python -m infra.manage migrate_all ;;
  check)
    exec python -m infra.manage check --deploy --fail-level ERROR ;;
  bootstrap)
    exec python -m infra.embedded bootstrap ;;
  *)
    exec "$@" ;;
esac
