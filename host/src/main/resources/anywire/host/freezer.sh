# Helper and watchdog of one Freezer, for any POSIX shell. It stops and continues processes as it is told on standard
# input. When that ends without "end", the harness is gone, however it went: then all are continued, have a second to
# leave by themselves, and are killed if they stay.
#
#   NUMBER folder PATH           cgroups are made below PATH
#   NUMBER know PID:START ...    these are to be looked after
#   NUMBER stop PID:START ...    likewise, and stopped
#   NUMBER go PID:START ...      continued
#   NUMBER prune                 who is gone need not be looked after
#   NUMBER end                   all is well; leave
#
# Each is answered by its number and the process ids that may not be signalled. START is when a process began, in ticks
# since the machine did: a later process of the same id is left alone.

trap '' INT TERM HUP QUIT TSTP PIPE

known=
folder=

# The parent and start of process $1, from /proc/PID/stat: fields 4 and 22. Fails if there is none, or it has ended and
# only its parent has not heard of it yet.
look() {
    { read -r stat <"/proc/$1/stat"; } 2>/dev/null || return 1
    # The state comes next, behind a name in brackets, which may hold blanks and brackets itself.
    set -- ${stat##*) }
    parent=$2
    start=${20}
    [ "$1" != Z ]
}

# Whether PID:START is there still.
same() {
    look "${1%:*}" && [ "$start" = "${1#*:}" ]
}

know() {
    for each; do
        case " $known " in
            *" $each "*) ;;
            *) known="$known $each" ;;
        esac
    done
}

# signal NAME PID:START ...
signal() {
    name=$1
    shift
    for each; do
        if same "$each"; then
            kill -s "$name" "${each%:*}" 2>/dev/null || refused="$refused ${each%:*}"
        fi
    done
}

prune() {
    before=$known
    known=
    for each in $before; do
        if same "$each"; then
            known="$known $each"
        fi
    done
}

# Knows all children of those that are known, and theirs.
know_descendants() {
    grown=yes
    while [ -n "$grown" ]; do
        grown=
        for process in /proc/[0-9]*; do
            process=${process#/proc/}
            look "$process" || continue
            case "$known " in
                *" $process:$start "*) ;;
                *" $parent:"*)
                    know "$process:$start"
                    grown=yes
                    ;;
            esac
        done
    done
}

# Knows whoever is in one of the cgroups.
know_members() {
    [ -n "$folder" ] || return 0
    for list in "$folder"/*/cgroup.procs; do
        [ -r "$list" ] || continue
        while read -r process; do
            if look "$process"; then
                know "$process:$start"
            fi
        done <"$list"
    done 2>/dev/null
}

know_all() {
    prune
    know_members
    know_descendants
}

thaw() {
    if [ -n "$folder" ]; then
        for switch in "$folder"/*/cgroup.freeze; do
            if [ -w "$switch" ]; then
                echo 0 >"$switch"
            fi
        done 2>/dev/null
    fi
    signal CONT $known
}

# Fails as long as there is something left.
tidy() {
    if [ -n "$folder" ] && [ -d "$folder" ]; then
        rmdir "$folder"/*/ "$folder" 2>/dev/null
        [ ! -d "$folder" ] || return 1
    fi
    prune
    [ -z "$known" ]
}

while read -r number verb rest; do
    refused=
    case $verb in
        folder) folder=$rest ;;
        know) know $rest ;;
        stop)
            know $rest
            signal STOP $rest
            ;;
        go) signal CONT $rest ;;
        prune) prune ;;
        end)
            echo "$number"
            exit
            ;;
    esac
    echo "$number$refused"
done

know_all
thaw
sleep 1
for round in 1 2 3 4 5 6 7 8 9 10; do
    know_all
    signal KILL $known
    tidy && exit
    # Not every sleep knows fractions.
    sleep 0.2 2>/dev/null || sleep 1
done
