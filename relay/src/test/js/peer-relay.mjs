// @nostr-relay/core, unmodified, as a relay on loopback. It brings no store of its own: given a folder of node modules that has
// @nostr-relay/event-repository-sqlite it keeps events there, in the file named; otherwise they are kept in memory, nothing durable.
// node peer-relay.mjs [MODULES FILE]; prints its address, stays until its input ends.
import { createRequire } from 'node:module';
import { WebSocketServer } from 'ws';

const require = createRequire(process.argv[2] ? `${process.argv[2]}/x.js` : import.meta.url);
const { NostrRelay } = require('@nostr-relay/core');
const { EventRepository, EventType, EventUtils } = require('@nostr-relay/common');

class InMemory extends EventRepository {
  events = new Map();
  ofAuthor = new Map();
  isSearchSupported() { return false; }
  upsert(event) {
    if (this.events.has(event.id)) return { isDuplicate: true };
    const type = EventUtils.getType(event.kind);
    if (type === EventType.REPLACEABLE || type === EventType.PARAMETERIZED_REPLACEABLE) {
      const d = EventUtils.extractDTagValue(event);
      for (const other of this.ofAuthor.get(event.pubkey) ?? []) {
        if (other.kind === event.kind && (type === EventType.REPLACEABLE || EventUtils.extractDTagValue(other) === d)) {
          if (other.created_at > event.created_at) return { isDuplicate: true };
          this.remove(other);
        }
      }
    }
    this.events.set(event.id, event);
    if (!this.ofAuthor.has(event.pubkey)) this.ofAuthor.set(event.pubkey, new Set());
    this.ofAuthor.get(event.pubkey).add(event);
    return { isDuplicate: false };
  }
  remove(event) {
    this.events.delete(event.id);
    this.ofAuthor.get(event.pubkey).delete(event);
  }
  find(filter) {
    const some = filter.ids ? filter.ids.map(id => this.events.get(id)).filter(Boolean)
      : filter.authors ? filter.authors.flatMap(author => [...this.ofAuthor.get(author) ?? []]) : [...this.events.values()];
    return some.filter(event => EventUtils.isMatchingFilter(event, filter))
      .sort((a, b) => b.created_at - a.created_at || (a.id < b.id ? -1 : 1)).slice(0, Math.min(filter.limit ?? 1_000, 1_000));
  }
  destroy() {}
}

const repository = process.argv[2]
  ? new (require('@nostr-relay/event-repository-sqlite').EventRepositorySqlite)(process.argv[3]) : new InMemory();
await repository.init?.();
const quiet = { setLogLevel() {}, debug() {}, info() {}, warn() {}, error(...what) { console.error(...what); } };
const relay = new NostrRelay(repository, { logger: quiet, maxSubscriptionsPerClient: 1_000 });
const server = new WebSocketServer({ host: '127.0.0.1', port: 0 });
server.on('connection', client => {
  relay.handleConnection(client);
  client.on('message', data => {
    Promise.resolve().then(() => relay.handleMessage(client, JSON.parse(data.toString())))
      .catch(trouble => client.send(JSON.stringify(['NOTICE', `invalid: ${trouble.message}`])));
  });
  client.on('close', () => relay.handleDisconnect(client));
  client.on('error', () => {});
});
server.on('listening', () => console.log(`ws://127.0.0.1:${server.address().port}`));
process.stdin.resume().on('end', () => process.exit(0));
