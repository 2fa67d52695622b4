/** Whose number in the folder is that of `postgres`, where a user without rights runs it; must agree with etc/passwd there. */
export const POSTGRES_ID = 26_999;

/** Ends with us: the change of user inside the chroot would clear a wish made outside it. */
const AS_POSTGRES = ['setpriv', '--reuid=postgres', '--regid=postgres', '--init-groups', '--pdeathsig', 'INT'];

/** `/dev` of the folder that follows becomes the machine's; then the rest of the line runs. */
const WITH_DEVICES = ['sh', '-c', 'mount --rbind /dev "$1/dev" && shift && exec "$@"', 'sh'];

/**
 * A command line that runs `command` inside the folder as its user `postgres`: root changes root and user; anybody else does it in user
 * namespaces, where the files are still his own.
 */
export function asPostgres(root: string, command: readonly string[]): { readonly command: string; readonly args: readonly string[] } {
  if (process.getuid?.() === 0) return { command: 'chroot', args: [root, ...AS_POSTGRES, ...command] };
  // The outer namespace may mount; the inner one has another root and another user.
  const outer = ['--user', '--map-root-user', '--mount', ...WITH_DEVICES, root];
  const inner = ['unshare', '--user', `--map-user=${POSTGRES_ID}`, `--map-group=${POSTGRES_ID}`, `--root=${root}`, '--wd=/'];
  return { command: 'unshare', args: [...outer, ...inner, ...command] };
}
