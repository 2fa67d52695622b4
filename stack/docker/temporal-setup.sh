#!/bin/sh
# Brings Temporal's two databases to the schema of this image; repeatable, also after an upgrade of the image.
# The tool reads SQL_HOST, SQL_PORT, SQL_USER, SQL_PASSWORD and SQL_PLUGIN itself.
set -eu
schemas=postgresql/v12
for part in temporal:temporal temporal_visibility:visibility; do
  database=${part%%:*}
  temporal-sql-tool --db "$database" create
  temporal-sql-tool --db "$database" setup-schema --version 0.0
  temporal-sql-tool --db "$database" update-schema --schema-name "$schemas/${part##*:}"
done
