// nostr-tools, unmodified, reads an article that Weft published, and publishes one for Weft to take in. Arguments: relay, naddr...: each is read, and published
// again under a key of nostr-tools' own.
import { Relay, useWebSocketImplementation } from 'nostr-tools/relay';
import { finalizeEvent, generateSecretKey, verifyEvent } from 'nostr-tools/pure';
import * as nip19 from 'nostr-tools/nip19';
import WebSocket from 'ws';

useWebSocketImplementation(WebSocket);
const [url, ...naddrs] = process.argv.slice(2);
const deadline = setTimeout(() => { console.error('nothing came for two minutes'); process.exit(1); }, 120_000);
const relay = await Relay.connect(url);
for (const naddr of naddrs) {
  const { type, data } = nip19.decode(naddr);
  const event = await new Promise(resolve => relay.subscribe([{ kinds: [data.kind], authors: [data.pubkey], '#d': [data.identifier] }], { onevent: resolve }));
  const tag = name => event.tags.filter(one => one[0] === name).map(one => one[1]);
  const again = finalizeEvent({ kind: event.kind, created_at: event.created_at + 1, tags: event.tags, content: event.content }, generateSecretKey());
  await relay.publish(again);
  console.log(JSON.stringify({
    type, valid: verifyEvent(event), kind: event.kind, again: nip19.naddrEncode(data), relays: data.relays,
    title: tag('title'), summary: tag('summary'), topics: tag('t'), published: tag('published_at'), content: event.content,
    back: nip19.naddrEncode({ identifier: data.identifier, pubkey: again.pubkey, kind: again.kind, relays: [url] }),
  }));
}

const mine = finalizeEvent({
  kind: 30023, created_at: 1_700_000_000, tags: [['d', 'bread/für alle'], ['title', 'Bread for all'], ['t', 'food'], ['published_at', '1690000000'],
    ['image', 'https://example.org/bread.jpg'], ['client', 'somebody']],
  content: '# Bread\n\nKnead. <script>alert(1)</script>\n\n- [ ] flour\n',
}, generateSecretKey());
await relay.publish(mine);
console.log(JSON.stringify({ id: mine.id, naddr: nip19.naddrEncode({ identifier: 'bread/für alle', pubkey: mine.pubkey, kind: 30023, relays: [url] }) }));
relay.close();
clearTimeout(deadline);
process.exit(0);
