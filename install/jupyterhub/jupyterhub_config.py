# A Hub for a class with Jacobi, for JupyterHub 3 and later with accounts of the system:
#   ./install/jacobi install --prefix /usr/local       the kernel, once for all users
#   mkdir -p /etc/jupyter && cp install/jupyterhub/jupyter_server_config.py /etc/jupyter/
#   jupyterhub -f install/jupyterhub/jupyterhub_config.py
c = get_config()  # noqa: F821

# Behind a proxy that speaks https. Who may log in: the accounts of the system (PAM).
c.JupyterHub.bind_url = "http://127.0.0.1:8000"
c.JupyterHub.hub_bind_url = "http://127.0.0.1:8081"
c.JupyterHub.concurrent_spawn_limit = 8

# What a user's server and kernels make is for that user alone: the home with histories and connection files in it, and
# temporary files, of which a JVM has to be told, since it takes no heed of TMPDIR. The limits hold for each process: 1 GB
# of heap in a kernel, 1,000 threads and processes a user, files of 2 GB.
c.Spawner.cmd = [
    "sh",
    "-c",
    'umask 077; chmod go= "$HOME"; export TMPDIR="$HOME/.tmp"; mkdir -p "$TMPDIR";'
    ' export JDK_JAVA_OPTIONS="$JDK_JAVA_OPTIONS -Djava.io.tmpdir=$TMPDIR";'
    ' exec prlimit --nproc=1000 --fsize=2000000000 --core=0 -- jupyterhub-singleuser "$@"',
    "singleuser",
]
c.Spawner.environment = {"JDK_JAVA_OPTIONS": "-Xmx1g"}
c.Spawner.start_timeout = 120
c.Spawner.http_timeout = 60
# With systemdspawner in place of the usual one, memory and processors have limits that the system enforces:
#   c.JupyterHub.spawner_class = "systemd"
#   c.SystemdSpawner.mem_limit = "2G"
#   c.SystemdSpawner.cpu_limit = 2.0
#   c.SystemdSpawner.isolate_tmp = True
