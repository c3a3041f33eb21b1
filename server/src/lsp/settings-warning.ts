import { MessageType, ShowMessageNotification } from 'vscode-languageserver';
import type { Connection } from 'vscode-languageserver';

const MAX_NAMED = 5;

/** Shows what of the settings cannot be used: one warning, and another one only when there is something else to say. */
export function settingsWarning(connection: Connection): (problems: readonly string[]) => void {
  let told = '';
  return (problems) => {
    const named = problems.slice(0, MAX_NAMED).join('; ');
    const more = problems.length > MAX_NAMED ? `; and ${String(problems.length - MAX_NAMED)} more` : '';
    const message = problems.length === 0 ? '' : `ZPA: settings that are not used: zpaTriage.${named}${more}`;
    if (message !== told && message !== '') {
      void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message });
    }
    told = message;
  };
}
