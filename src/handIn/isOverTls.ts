/** Whether an address is asked over TLS, so that nobody on the way reads what is sent. */
export function isOverTls({ href }: URL): boolean {
  return /^https:/.test(href);
}

/** Whether an address is on this machine, and plain HTTP is as good as any. */
export function isLoopback({ hostname, href }: URL): boolean {
  return /^http:/.test(href) && ["127.0.0.1", "localhost", "[::1]"].includes(hostname);
}
