/** Names that tell nothing about anybody: of the product, of its host's software, of well-known sites. They stay. */
import { isZscalerName } from '../facts/network/certificate-names';

/** Accounts that software brings along. */
const ACCOUNTS =
  'root zscaler admin administrator nobody daemon bin sys adm lp sync shutdown halt mail operator games ftp sshd rpc rpcuser dbus polkitd chrony ntp tss rngd unbound dnsmasq postfix named rtkit geoclue pipewire setroubleshoot cockpit-ws cockpit-wsinstance sssd systemd systemd-network systemd-resolve systemd-resolved systemd-timesync systemd-oom systemd-coredump systemd+ chronyd libstoragemgmt clevis tcpdump saslauth nscd syslog messagebus www-data apache nginx ec2-user azureuser centos rocky almalinux rhel redhat oracle opc ubuntu debian vagrant cloud-user fedora user username users wheel sudo staff guest default system unknown reboot none null';

/** Words of logs, commands and settings that a host or a name can be called by and that must not be replaced. */
const WORDS =
  'localhost localdomain zpa-connector zpa-connector-child zpa-connector-parent zpa-service-edge zpa-service-edge-child zpa-pcc zpa-pcc-child zpa-triage connector connectors zpa zia app broker brokers assistant appconnector app-connector service-edge serviceedge pse host hosts server servers client gateway proxy linux unix windows kernel journal journalctl systemd crond chrony test prod production staging dev cloud private public internal external primary secondary control config stats status error errors warning info debug state network networks memory process processor disk data domain group name names value values true false null none default unknown undefined enabled disabled other local remote global all any bundle logs log file files home opt etc var usr tmp boot run root mnt srv proc image.bin redhat rhel centos rocky almalinux ubuntu debian fedora oracle vmware esxi azure aws gcp google docker podman kubernetes node nodes pod master worker console tty login shell bash command service services timer socket target slice scope session user users account connection connections connected disconnected closed failed started stopped starting stopping running active inactive certificate certificates issuer subject verify verification resolution resolver nameserver search address addresses version update upgrade health report reports event events message messages record records policy rule rules segment segments application applications customer company tenant organization example unit authority place text';

const COMMON: ReadonlySet<string> = new Set(`${ACCOUNTS} ${WORDS}`.split(' '));
const SYSTEM_ACCOUNTS: ReadonlySet<string> = new Set(ACCOUNTS.split(' '));

/** Sites of software and standards that logs and commands name. Clouds are none: their names carry addresses. */
const SITES =
  /(?:^|\.)(?:redhat\.com|centos\.org|fedoraproject\.org|rockylinux\.org|almalinux\.org|oracle\.com|ubuntu\.com|debian\.org|ntp\.org|nmap\.org|gnu\.org|kernel\.org|freedesktop\.org|openssl\.org|github\.com|googleapis\.com|google\.com|google\.internal|microsoft\.com|windows\.com|apple\.com|digicert\.com|letsencrypt\.org|globalsign\.com|sectigo\.com|entrust\.net|server1\.net|isc\.org|ietf\.org|iana\.org|rsyslog\.com|schemastore\.org|docker\.com|docker\.io|in-addr\.arpa|ip6\.arpa|localdomain|localhost|root-servers\.net)$/iu;

/** Endings of file names, of units and of packages: a dotted word that ends so is no host. */
const FILE_ENDINGS: ReadonlySet<string> = new Set(
  'conf cfg cnf ini txt log md json ndjson csv tsv xml html htm yaml yml toml pem crt cert cer key csr pfx crypt bin img iso gz tgz tar zip xz txz zst tzst bz2 tbz2 rpm deb sh bash zsh py pyc pl rb js ts mjs c h cc cpp hpp o a so ko service socket timer target slice scope mount device path swap automount rules repo bak old orig save new tmp swp lock pid sock db sqlite dat data out err version noarch list lst pcap evtx exe dll bat sarif map metadata status in'.split(
    ' ',
  ),
);

/** Endings of domain names besides the two letters of countries. */
const TOP_LEVELS: ReadonlySet<string> = new Set(
  'com net org edu gov mil int info biz app dev cloud online tech site xyz company group bank shop store agency solutions systems digital energy health care global world local lan corp intra internal intranet home private localdomain example test invalid priv dmz'.split(
    ' ',
  ),
);

/** Whether the word is the same everywhere. */
export function isCommonWord(text: string): boolean {
  const word = text.toLowerCase();
  return COMMON.has(word) || /^\d+$/u.test(word) || word.length < 2;
}

/** Whether an account is one of the system or of the product. */
export function isSystemAccount(text: string): boolean {
  const word = text.toLowerCase();
  return SYSTEM_ACCOUNTS.has(word) || /^(?:systemd|cockpit|\d+$)/u.test(word);
}

/** Whether a host name is Zscaler's or that of a site everybody knows. */
export function isCommonHost(text: string): boolean {
  const name = text.toLowerCase().replace(/\.$/u, '');
  return isZscalerName(name) || SITES.test(name) || /^localhost\d?(?:\.|$)/u.test(name);
}

/** Whether the last part of a dotted word can end a host name. */
export function isTopLevel(part: string): boolean {
  const word = part.toLowerCase();
  if (FILE_ENDINGS.has(word)) return false;
  return TOP_LEVELS.has(word) || (word.length === 2 && (part === word || part === part.toUpperCase()));
}

/**
 * Whether a name is so much its own that it can be replaced wherever it stands. Words of logs and short words are
 * replaced only where they are sure to be a name.
 */
export function isDistinctive(text: string): boolean {
  if (isCommonWord(text)) return false;
  const letters = text.replace(/\P{L}/gu, '').length;
  if (/[\d_.\s-]/u.test(text)) return text.length >= 4 && letters >= 2;
  return text.length >= 5;
}
