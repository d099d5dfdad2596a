import { GraphiQL } from 'graphiql';
import 'graphiql/style.css';
import './graphiql.css';
import { createRoot } from 'react-dom/client';
import { carryNonce } from '@/app/nonce';

const root = document.getElementById('graphiql');
if (!root) throw new Error('The page has no root element.');

carryNonce();

const common = { Accept: 'application/json', 'Content-Type': 'application/json', 'X-Hanse-Client': 'graphiql' };

async function ask(body: unknown, headers: Record<string, string> = {}): Promise<unknown> {
  const response = await fetch(window.location.pathname, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { ...common, ...headers },
    body: JSON.stringify(body),
  });
  return response.json();
}

interface Places {
  data?: { viewer?: { contexts: { kind: string; groupId: string }[] } | null };
}

/** At the group's door the header says which group is meant; it stands in the editor of headers and can be changed. */
async function headersToBeginWith(): Promise<string | undefined> {
  if (window.location.pathname !== '/graphql') return undefined;
  const { data } = (await ask({ query: '{ viewer { contexts { kind groupId } } }' })) as Places;
  const group = data?.viewer?.contexts.find((each) => each.kind === 'GROUP');
  return group && JSON.stringify({ 'X-Hanse-Group': group.groupId }, null, 2);
}

const begins = await headersToBeginWith();
createRoot(root).render(
  <GraphiQL
    fetcher={(parameters, options) => ask(parameters, { ...(begins ? (JSON.parse(begins) as Record<string, string>) : {}), ...options?.headers }) as never}
    defaultHeaders={begins}
    isHeadersEditorEnabled
    defaultQuery={'{\n  viewer {\n    person {\n      displayName\n    }\n  }\n}\n'}
  />,
);
