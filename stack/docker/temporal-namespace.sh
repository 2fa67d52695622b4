#!/bin/sh
# A claim's history stays readable in Temporal this long after it has closed; the record itself is in MongoDB.
set -eu
temporal operator namespace describe --namespace "$TEMPORAL_NAMESPACE" >/dev/null 2>&1 ||
  temporal operator namespace create --namespace "$TEMPORAL_NAMESPACE" --retention 720h
