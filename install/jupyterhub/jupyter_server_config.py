# For each user's server, in /etc/jupyter: what nobody uses for an hour ends, and its memory is there for others.
c = get_config()  # noqa: F821

c.MappingKernelManager.cull_idle_timeout = 3600
c.MappingKernelManager.cull_interval = 300
c.MappingKernelManager.cull_connected = True
c.MappingKernelManager.cull_busy = False
# The server itself, when no kernel is left; the Hub starts it again at the next visit.
c.ServerApp.shutdown_no_activity_timeout = 7200
c.NotebookApp.shutdown_no_activity_timeout = 7200
# Front ends reach kernels over sockets in the file system that only their owner may open; messages are signed besides.
c.KernelManager.transport = "ipc"
