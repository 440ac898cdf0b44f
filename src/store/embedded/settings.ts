/** What the embedded server is told at its start. Everything about durability keeps PostgreSQL's safe defaults. */
export function settings(port: number): string[] {
  return Object.entries({ port, ...reach, ...silence, ...size }).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}

/** Reachable from this machine only, with a password. */
const reach = { listen_addresses: '127.0.0.1', unix_socket_directories: '' }

/** No person's words may reach a log: neither statements, nor parameters, nor the values that errors quote. */
const silence = {
  log_statement: 'none',
  log_min_messages: 'fatal',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_parameter_max_length: 0,
  log_parameter_max_length_on_error: 0,
  log_checkpoints: 'off',
  log_lock_waits: 'off',
  log_autovacuum_min_duration: -1,
  log_destination: 'stderr',
  logging_collector: 'off'
}

/** One advice line on a small machine: few processes, little memory. */
const size = {
  cluster_name: 'sidedoor',
  timezone: 'UTC',
  shared_buffers: '64MB',
  // Two processes of the product may share it, and each holds up to 25; those of a process that was killed go a little later.
  max_connections: 100,
  max_worker_processes: 2,
  max_parallel_workers_per_gather: 0,
  max_logical_replication_workers: 0,
  io_method: 'sync',
  huge_pages: 'off',
  jit: 'off'
}
