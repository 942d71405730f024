import type { Symptom } from './symptom.js';

/** What the page's policy has forbidden, by directive and address without its query. */
const blocked = new Map<string, { directive: string; address: string }>();
const listeners = new Set<() => void>();

interface Violation {
  address: string | null;
  directive: string;
  disposition: string;
}

function take({ address, directive, disposition }: Violation) {
  if (disposition !== 'enforce' || !address || !URL.canParse(address)) return;
  const { origin, pathname } = new URL(address);
  const plain = origin + pathname;
  if (blocked.has(`${directive} ${plain}`)) return;
  blocked.set(`${directive} ${plain}`, { directive, address: plain });
  for (const each of listeners) each();
}

document.addEventListener('securitypolicyviolation', (event) =>
  take({
    address: event.blockedURI,
    directive: event.effectiveDirective,
    disposition: event.disposition,
  }),
);

// What was forbidden before this part had come, where browsers remember it.
if ('ReportingObserver' in window) {
  new ReportingObserver(
    (reports) => {
      for (const { body } of reports) {
        const { blockedURL, effectiveDirective, disposition } = Object(body) as Record<
          string,
          string
        >;
        take({
          address: blockedURL ?? null,
          directive: effectiveDirective ?? '',
          disposition: disposition ?? '',
        });
      }
    },
    { types: ['csp-violation'], buffered: true },
  ).observe();
}

/** Calls a listener whenever something more is forbidden. @returns what ends that */
export function watchPolicy(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** What the page's policy has forbidden below some addresses: their origins, as policies name them. */
export function policySymptoms(...bases: string[]): Symptom[] {
  const found = new Map<string, Symptom>();
  for (const { directive, address } of blocked.values()) {
    if (!bases.some((base) => address.startsWith(base))) continue;
    const { origin } = new URL(address);
    const values = { directive, address: origin };
    found.set(`${directive} ${origin}`, { kind: 'blocked', values });
  }
  return [...found.values()];
}
