#!/bin/sh
# Checks that openapi/openapi.json is valid OpenAPI 3.1, with a Python package that is kept below target/.
set -eu
cd "$(dirname "$0")/.."
environment=target/openapi-venv
[ -x "$environment/bin/openapi-spec-validator" ] || {
    python3 -m venv "$environment"
    "$environment/bin/pip" install --quiet openapi-spec-validator
}
"$environment/bin/openapi-spec-validator" openapi/openapi.json
