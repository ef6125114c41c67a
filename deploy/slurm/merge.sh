#!/bin/bash
# Adds up the shards of array.sh.
#SBATCH --job-name=reckon-merge
#SBATCH --mem=1G
#SBATCH --time=00:10:00
#SBATCH --output=shards/merge.log
set -euo pipefail

srun reckon merge shards/*.shard --json >outlook.json
