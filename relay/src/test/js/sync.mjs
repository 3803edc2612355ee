// nostr-tools' NegentropySync (NIP-77), unmodified, against a Weft relay. Arguments: relay, author, kind, ids that this side has.
// Its package does not export nip77, so the file is named.
import { readFileSync } from 'node:fs';
import { Relay, useWebSocketImplementation } from 'nostr-tools/relay';
import { NegentropyStorageVector, NegentropySync } from './node_modules/nostr-tools/lib/esm/nip77.js';
import WebSocket from 'ws';

useWebSocketImplementation(WebSocket);
const [url, filter, itemsFile] = process.argv.slice(2);
const deadline = setTimeout(() => { console.error('nothing came for two minutes'); process.exit(1); }, 120_000);
const storage = new NegentropyStorageVector();
for (const [time, id] of JSON.parse(readFileSync(itemsFile, 'utf8'))) storage.insert(time, id);
storage.seal();
const relay = await Relay.connect(url);
const have = [], need = [];
await new Promise((resolve, reject) => {
  const sync = new NegentropySync(relay, storage, JSON.parse(filter), {
    onhave: id => have.push(id), onneed: id => need.push(id),
    onclose: error => error ? reject(new Error(error)) : resolve(),
  });
  sync.start();
}).then(() => console.log(JSON.stringify({ have, need })), error => console.log(JSON.stringify({ refused: error.message })));
relay.close();
clearTimeout(deadline);
process.exit(0);
