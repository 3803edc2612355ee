// Makes the outlines of the land that the map draws where nobody has supplied a map of their own:
//   npm install world-atlas@2.0.2 topojson-client@3.1.0 && node world.mjs > src/main/resources/weft/pages/map/world.txt
// Source: Natural Earth, land at 1:50,000,000 (public domain), as packed by world-atlas. One line for each outline: encoded
// polylines of hundredths of a degree, latitude before longitude, simplified to what can be seen.
import { createRequire } from "node:module";
const require = createRequire(process.cwd() + "/");
const { feature } = require("topojson-client");
const atlas = require("world-atlas/land-50m.json");

const TOLERANCE = Number(process.env.TOLERANCE ?? 0.06);
const LEAST = Number(process.env.LEAST ?? 0.015);

function simplified(points) {
    const keep = new Uint8Array(points.length);
    keep[0] = keep[points.length - 1] = 1;
    const ahead = [[0, points.length - 1]];
    while (ahead.length) {
        const [from, to] = ahead.pop();
        let far = 0, at = -1;
        const [x0, y0] = points[from], [x1, y1] = points[to];
        const narrow = Math.cos((y0 + y1) / 2 * Math.PI / 180);
        const dx = (x1 - x0) * narrow, dy = y1 - y0, length = Math.hypot(dx, dy);
        for (let i = from + 1; i < to; i++) {
            const px = (points[i][0] - x0) * narrow, py = points[i][1] - y0;
            const off = length === 0 ? Math.hypot(px, py) : Math.abs(px * dy - py * dx) / length;
            if (off > far) { far = off; at = i; }
        }
        if (far > TOLERANCE) { keep[at] = 1; ahead.push([from, at], [at, to]); }
    }
    return points.filter((_, i) => keep[i]);
}

function number(value) {
    let rest = value < 0 ? ~(value << 1) : value << 1, out = "";
    for (; rest >= 32; rest >>= 5) out += String.fromCharCode((32 | rest & 31) + 63);
    return out + String.fromCharCode(rest + 63);
}

const area = (ring) => Math.abs(ring.reduce((sum, [x, y], i) => {
    const [a, b] = ring[(i + 1) % ring.length];
    return sum + (x * b - a * y);
}, 0) / 2);

let count = 0, points = 0;
const land = feature(atlas, atlas.objects.land);
const polygons = land.features.flatMap((one) => one.geometry.type === "Polygon" ? [one.geometry.coordinates] : one.geometry.coordinates);
for (const ring of polygons.flat()) {
    if (area(ring) < LEAST) continue;
    let x = 0, y = 0, line = "";
    const seen = simplified(ring).map(([a, b]) => [Math.round(a * 100), Math.round(b * 100)])
        .filter(([a, b], i, all) => i === 0 || a !== all[i - 1][0] || b !== all[i - 1][1]);
    if (seen.length < 4) continue;
    for (const [a, b] of seen) { line += number(b - y) + number(a - x); x = a; y = b; }
    count++; points += seen.length;
    console.log(line);
}
console.error(count + " outlines, " + points + " points");
