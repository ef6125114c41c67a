#!/bin/bash
# Submits the array and, after it, the merge: CASE=mycase RUNS=1000000 deploy/slurm/submit.sh
set -euo pipefail
here=$(dirname "$0")

: "${CASE:?the folder of the case}"
mkdir -p shards
array=$(sbatch --parsable --export=ALL "$here/array.sh")
sbatch --dependency="afterok:$array" "$here/merge.sh"
