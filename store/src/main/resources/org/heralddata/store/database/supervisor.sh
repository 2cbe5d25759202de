# Keeps PostgreSQL alive for as long as any process holds the pipe `alive` open for writing, however that process ends.
# arguments: FOLDER PORT POSTGRES [PREFIX...]
# A process that attaches writes the line `hello NAME` and may rely on the server once the file ack/NAME exists: from then
# on the pipe cannot end before that process does.
trap '' INT HUP TERM QUIT
cd "$1" || exit 1
port=$2
control=$3/bin/pg_ctl
shift 3
exec 3<alive
start() {
    "$@" "$control" start -s -W -D data -l log/postgresql.log -o "-p $port" </dev/null 3<&-
}
start "$@"
first=yes
while read -r word name <&3; do
    [ "$word" = hello ] || continue
    [ $first ] || "$@" "$control" status -D data </dev/null >/dev/null 3<&- || start "$@"
    first=
    : >"ack/$name"
done
exec 3<&-
"$@" "$control" stop -s -m fast -t 60 -D data </dev/null
