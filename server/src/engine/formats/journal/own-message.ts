import { skipLevel } from './message';

/**
 * Messages that only the product writes: they open a journal without any prefix (cat mode, containers, copied text).
 * Each as far as its form goes: prose that names a message goes on in other words.
 */

/** Of status blocks and connections; behind the level, where one stands in front. */
const STATUS =
  /^(?:-{4,16} ?(?:[A-Z]\w{1,20} ){0,3}(?:Connector|Edge|Controller|Sitec) Status:ID=|Certificate will expire in \d{1,5} days?, \d|(?:Public )?Broker control connection(?:, state \w| to Zscaler Cloud closed: | successfully connected to )|Control connection state: (?:fohh_connection_\w|(?:DIS)?CONNECTED(?:$| to broker| #))|RPC Messages(?:: BrkRq = |, RX: )|\* FC f_conn \[|Control channel successfully connected to Zscaler Cloud$|Mtunnels(?:: Total |\(all\|)|Broker data connection count = \d|Data Transfer: Total ToBroker = \d|Registered apps count (?:= )?\d|Time skew: (?:[+-] \d|local time l)|File descriptors\(max\|in-use\): System \d|System Sockets: Created \d|Kick flow control to connection \[|entity is currently in paused mode, not taking any probe commands$|Received event from \[[\w.:]{1,45}\]:\d{1,5};|Received broker_redirect for \w{1,20} connection: \[|\*Connector not yet connected to cloud, please check connectivity, if this persists\*$)/u;

/** Of the start, the enrolment and the manager; the level may stand in front. */
const LIFE =
  /^(?:notice:|error:)?(?:zscaler-update: (?:zpa-|Zscaler software update: )|\{"currentSargeVersion": ?"\d|memory_arena_count=\d{1,4}$|Checking Enrollment$|Resolve read certificatefailed$|No valid certificate\. Attempting to enroll$|Enroll: Connecting to \S{1,253} via |DNS resolution failed for \S{1,200}\.(?:zscaler|zpa\w{2,10})\.(?:com|net|us)$|Login request failed - http status\(\d{3}\) nonce\(|Cannot decrypt data from instance_id\.crypt$|Cannot get instance id$|This provisioning key has already been enrolled\. Attempting to re-enroll$|Send CSR from \S{1,300} failed: Expected HTTP \d|Certificates retrieved do not successfully verify: depth \d|Fetch CSR (?:Fields from http|Fields from \S{1,300} failed: |Response - nonce\()|Waiting for connector to retrieve configuration$|Adding name resolution for \S{1,253} of [\da-f]|Connector\(ID = \d{1,20}\) \(Name = |Connector- (?:waiting for time synchronization$|Time synchronized, Local time )|\[OAuth\] Started provisioning this device|Upgrade prep error for: \w{1,20}, err: ZPATH_)/u;

/** Whether a text without prefix, from its beginning, is a message of the product. */
export function isOwnMessage(text: string): boolean {
  return STATUS.test(text.slice(skipLevel(text, 0, text.length))) || LIFE.test(text);
}
