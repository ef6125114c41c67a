#!/bin/sh
# One ensemble in shards on this machine, JOBS at a time, and their sum:
#   deploy/shell/run.sh mycase 1000000 1
# Broken off and started again, it makes what is missing. One process does
# the same without shards and uses every core; shards are for work that may be broken off.
set -eu
case=${1:?the folder of the case}
runs=${2:?how many runs}
seed=${3:?the seed}
shards=${SHARDS:-20}
jobs=${JOBS:-2}
dir=${DIR:-shards}

mkdir -p "$dir"
export case runs seed shards dir
# shellcheck disable=SC2016 # the inner shell is to expand these
seq 1 "$shards" | xargs -P "$jobs" -n 1 sh -euc '
	exec reckon run "$case" -n "$runs" --seed "$seed" --shard "$1/$shards" --out "$dir/$1.shard"
' shard
reckon merge "$dir"/*.shard
