/** Names of processes as ps and top show them: none of their arguments, which may hold secrets. */

/** Program name of a command line: last part of its path, without a login shell's dash; at most 64 characters. */
export function programName(command: string): string {
  const bracketed = /^\[([^\]]{1,64})\]/u.exec(command)?.[1];
  if (bracketed !== undefined) return bracketed;
  const first = /^\S{1,400}/u.exec(command)?.[0] ?? '';
  // `migration/0` of the kernel is no path.
  const name = (/^[/.]/u.test(first) ? first.slice(first.lastIndexOf('/') + 1) : first).replace(/^-|:$/gu, '');
  return name.slice(0, 64);
}

/** The child of the App Connector. top shows its file, image.bin; the kernel's short name ends after 15 characters. */
export function isConnectorChild(name: string): boolean {
  return name === 'zpa-connector-child' || name === 'zpa-connector-c' || name === 'image.bin';
}

/** Whether a process belongs to Zscaler: by its user or its name. */
export function isZscaler(user: string | null, name: string): boolean {
  return (
    user === 'zscaler' || user === 'zscaler+' || isConnectorChild(name) || /^(?:zpa|zpn|zscaler)(?:-|$)/u.test(name)
  );
}
