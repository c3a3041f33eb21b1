import type { Identity } from '../cast';

/** `curl -sv -m 8 https://<api host>` whose packets go nowhere. */
export function curlTimedOut(identity: Identity, ip: string): string[] {
  return [
    `*   Trying ${ip}:443...`,
    '* Connection timed out after 8001 milliseconds',
    '* Closing connection 0',
    `curl: (28) Connection timed out after 8001 milliseconds while connecting to ${identity.apiHost}`,
  ];
}

/** `curl -sv` up to the certificate, which this host's trust store does not know. */
export function curlSelfSigned(identity: Identity, ip: string, issuer: string): string[] {
  return [
    `*   Trying ${ip}:443...`,
    `* Connected to ${identity.apiHost} (${ip}) port 443 (#0)`,
    '* ALPN, offering h2',
    '* ALPN, offering http/1.1',
    '*  CAfile: /etc/pki/tls/certs/ca-bundle.crt',
    '* TLSv1.2 (OUT), TLS header, Certificate Status (22):',
    '* TLSv1.3 (OUT), TLS handshake, Client hello (1):',
    '* TLSv1.3 (IN), TLS handshake, Server hello (2):',
    '* TLSv1.3 (OUT), TLS alert, unknown CA (560):',
    '* SSL certificate problem: self-signed certificate in certificate chain',
    `*  issuer: ${issuer}`,
    '* Closing connection 0',
    'curl: (60) SSL certificate problem: self-signed certificate in certificate chain',
  ];
}

/** `telnet <ip> 443`. */
export function telnetTimedOut(ip: string): string[] {
  return [`Trying ${ip}...`, `telnet: connect to address ${ip}: Connection timed out`];
}

/** `nc -zv -w 5 <host> 443` of nmap's ncat. */
export const NC_TIMED_OUT: readonly string[] = [
  'Ncat: Version 7.92 ( https://nmap.org/ncat )',
  'Ncat: Connection timed out.',
];
