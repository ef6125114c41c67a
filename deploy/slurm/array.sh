#!/bin/bash
# One ensemble as a job array, a shard a task. Submit it with submit.sh, or by itself;
# submitted again, it makes what is missing.
#SBATCH --job-name=reckon
#SBATCH --array=1-100
#SBATCH --cpus-per-task=4
#SBATCH --mem=1G
#SBATCH --time=01:00:00
#SBATCH --requeue
#SBATCH --output=shards/%a.log
set -euo pipefail

case=${CASE:?the folder of the case}
runs=${RUNS:-100000000}
seed=${SEED:-1}
shards=${SHARDS:-100} # as many as --array has, also when only some are submitted again
shard=$SLURM_ARRAY_TASK_ID

srun reckon run "$case" -n "$runs" --seed "$seed" --shard "$shard/$shards" --out "shards/$shard.shard"
