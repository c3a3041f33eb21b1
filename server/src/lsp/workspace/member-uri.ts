import { URI } from 'vscode-uri';
import { MEMBER_SCHEME } from '../bundle-protocol';

/** What an editor's URI of a member says: the archive's own URI, and the member's path in it without `!/`. */
export interface MemberPlace {
  readonly archive: string;
  readonly member: string;
}

/**
 * URI under which an editor can open what lies in an archive, or a compressed file: `zpa-archive:/MEMBER?ARCHIVE`.
 * `path` is the file's path in the report, with `!/` in front of the member where there is one.
 */
export function memberUri(archive: string, path: string): string {
  const at = path.indexOf('!/');
  const name = path.slice(path.lastIndexOf('/') + 1);
  const member = at < 0 ? `/${name.replace(/\.(?:gz|xz|zst|bz2)$/iu, '')}` : path.slice(at + 1);
  return URI.from({ scheme: MEMBER_SCHEME, path: member, query: archive }).toString();
}

/** Null for URIs of other schemes. */
export function memberPlace(uri: string): MemberPlace | null {
  const { scheme, path, query } = URI.parse(uri);
  return scheme === MEMBER_SCHEME && query !== '' ? { archive: query, member: path.slice(1) } : null;
}
