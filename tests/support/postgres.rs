//! A throw-away Postgres cluster, made of the server programs found on the machine. It ends with the tests.

use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;

/// Where databases can be made: `postgres://…` up to the name of the database, and what follows it.
#[derive(Debug)]
pub(crate) struct Cluster {
    socket: PathBuf,
}

impl Cluster {
    /// The cluster of this run; `None`, loudly, when the machine has no server programs.
    ///
    /// # Panics
    ///
    /// When there are none and the environment variable `CI` is set.
    pub(crate) fn shared() -> Option<&'static Self> {
        static CLUSTER: OnceLock<Option<Cluster>> = OnceLock::new();
        CLUSTER.get_or_init(start).as_ref()
    }

    /// The URL of a database of the cluster.
    pub(crate) fn url(&self, database: &str) -> String {
        format!("postgres://dateline@/{database}?host={}", self.socket.display())
    }

    /// Runs a statement outside any database of ours.
    pub(crate) fn run(&self, statement: &str) {
        use diesel::connection::{Connection as _, SimpleConnection as _};
        let mut connection =
            diesel::PgConnection::establish(&self.url("postgres")).expect("the cluster answers");
        connection.batch_execute(statement).expect("the statement is valid");
    }
}

fn start() -> Option<Cluster> {
    let Some(programs) = programs() else {
        let advice =
            "SKIPPED on Postgres: initdb and postgres were not found. Install the Debian package postgresql.";
        assert!(std::env::var_os("CI").is_none(), "{advice}");
        super::shared::print_loudly(advice);
        return None;
    };
    let socket = std::env::temp_dir().join(format!("dateline-postgres-{}", std::process::id()));
    // The server refuses to run as root, so it runs as whoever owns a folder of its own.
    let script = r#"
        set -e
        rm -rf "$SOCKET"; mkdir -m 700 "$SOCKET"
        as=""
        if [ "$(id -u)" = 0 ]; then
            user=postgres; id "$user" >/dev/null 2>&1 || user=nobody
            chown "$user" "$SOCKET"; as="runuser -u $user --"
        fi
        cd "$SOCKET"
        $as "$PROGRAMS/initdb" -D "$SOCKET/data" -A trust -U dateline -E UTF8 --locale=C --no-sync >/dev/null
        $as "$PROGRAMS/postgres" -D "$SOCKET/data" -k "$SOCKET" -c listen_addresses= -c fsync=off \
            -c synchronous_commit=off -c full_page_writes=off -c max_connections=300 -c shared_buffers=64MB \
            >"$SOCKET/log" 2>&1 & server=$!
        chmod 755 "$SOCKET"
        until [ -S "$SOCKET/.s.PGSQL.5432" ] && grep -q 'ready to accept connections' "$SOCKET/log"; do
            kill -0 $server || { cat "$SOCKET/log" >&2; exit 1; }; sleep 0.05
        done
        echo ready
        # The tests hold the other end of this pipe; it closes when they end, however they end.
        cat >/dev/null || true
        $as "$PROGRAMS/pg_ctl" -D "$SOCKET/data" stop -m immediate >/dev/null
        rm -rf "$SOCKET"
    "#;
    let mut shell = Command::new("sh")
        .args(["-c", script])
        .env("SOCKET", &socket)
        .env("PROGRAMS", programs)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("sh is there");
    let mut line = String::new();
    let output = shell.stdout.take().expect("the output is piped");
    BufReader::new(output).read_line(&mut line).expect("the server says that it is ready");
    assert_eq!(line.trim(), "ready", "the Postgres cluster did not start");
    // Never dropped: the pipe closes with the process.
    std::mem::forget(shell);
    Some(Cluster { socket })
}

/// The folder of `initdb` and `postgres`, with the newest version first where Debian keeps several.
fn programs() -> Option<PathBuf> {
    let mut folders: Vec<PathBuf> = std::fs::read_dir("/usr/lib/postgresql")
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path().join("bin"))
        .collect();
    folders.sort();
    folders.reverse();
    folders.extend(std::env::split_paths(&std::env::var_os("PATH").unwrap_or_default()));
    let has_both = |folder: &PathBuf| {
        ["initdb", "postgres"].iter().all(|program| Path::new(folder).join(program).is_file())
    };
    folders.into_iter().find(has_both)
}
