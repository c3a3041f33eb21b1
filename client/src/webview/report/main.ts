/** The page of the report: its text comes written out, here places become links. */
import type { FromReport, ToReport } from '../../common/webviews/messages';
import { button, element, page, tell } from '../dom';
import './report.css';

window.addEventListener('message', ({ data }: MessageEvent<ToReport>) => {
  linkMembers(new Set(data.members));
});
page().prepend(
  element(
    'nav',
    { 'aria-label': 'Report' },
    button('Edit as Markdown', {}, () => {
      send({ type: 'as', how: 'markdown' });
    }),
    button('Save as HTML…', {}, () => {
      send({ type: 'as', how: 'html' });
    }),
  ),
);
for (const link of document.querySelectorAll<HTMLAnchorElement>('a[href]')) {
  const match = /^([^#:]{1,2000})#L(\d{1,12})$/u.exec(link.getAttribute('href') ?? '');
  const [, path, line] = match ?? [];
  if (path !== undefined) leadTo(link, decodeURIComponent(path), Number(line));
}
send({ type: 'ready' });

function send(message: FromReport): void {
  tell(message);
}

function leadTo(link: HTMLAnchorElement, path: string, line: number): void {
  link.addEventListener('click', (event) => {
    event.preventDefault();
    send({ type: 'open', path, line });
  });
}

/** A report on paper cannot lead into an archive, and writes such places as code. */
function linkMembers(members: ReadonlySet<string>): void {
  for (const code of document.querySelectorAll('code')) {
    const match = /^(.{1,2000}):(\d{1,12})$/u.exec(code.textContent);
    const [, path, line] = match ?? [];
    if (path === undefined || !members.has(path)) continue;
    const link = element('a', { href: '#' }, code.textContent);
    leadTo(link, path, Number(line));
    code.replaceWith(link);
  }
}
