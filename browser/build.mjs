// What TeaVM made out of Java becomes files:
//   node build.mjs vectors IN OUT    one module for Node: the tests' Java with the noble libraries
//   node build.mjs resources IN FOLDER  classes that the compiler for phones asks, beside those of the module
//   node build.mjs app IN FOLDER     the static files of the phone's node
// Installs the locked packages first where they are absent or the lock has changed; nothing else is ever fetched.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const here = dirname(fileURLToPath(import.meta.url));
const source = (name) => join(here, "src/main/js", name);
const sha256 = (bytes) => createHash("sha256").update(bytes);

function install() {
    const stamp = join(here, "node_modules", ".weft-lock");
    const lock = sha256(readFileSync(join(here, "package-lock.json"))).digest("hex");
    if (existsSync(stamp) && readFileSync(stamp, "utf8") === lock) {
        return;
    }
    execFileSync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], { cwd: here, stdio: ["ignore", "ignore", "inherit"] });
    writeFileSync(stamp, lock);
}

async function bundle(entry, options) {
    const esbuild = await import("esbuild");
    const result = await esbuild.build({
        entryPoints: [entry],
        bundle: true,
        write: false,
        target: "es2022",
        charset: "utf8",
        legalComments: "none",
        logLevel: "warning",
        absWorkingDir: here,
        nodePaths: [join(here, "node_modules")],
        loader: { ".wasm": "binary" },
        ...options,
    });
    return result.outputFiles[0].text;
}

const aliases = { "weft-primitives": source("primitives.js"), "weft-host": source("host.js") };

async function vectors(from, to) {
    mkdirSync(dirname(to), { recursive: true });
    writeFileSync(to, await bundle(from, { format: "esm", alias: aliases }));
}

/**
 * TeaVM writes texts that lie beside the code as base64, in which no packer finds a word twice. They go into a file of their
 * own, which the worker fetches once the node is in place, and are turned into base64 when one is first asked for.
 */
function withoutTexts(code) {
    const texts = {};
    const entry = /"((?:[\w-]+\/)+[\w.-]+)":\s*("[A-Za-z0-9+/=]*"(?:\s*\+\s*"[A-Za-z0-9+/=]*")*)/g;
    const rest = code.replace(entry, (whole, name, literals) => {
        const bytes = Buffer.from(literals.match(/"[^"]*"/g).map((one) => one.slice(1, -1)).join(""), "base64");
        const text = bytes.toString("utf8");
        if (!bytes.equals(Buffer.from(text, "utf8"))) {
            return whole;
        }
        texts[name] = text;
        return `${JSON.stringify(name)}:$weftBase64(${JSON.stringify(name)})`;
    });
    return [texts, withoutTables(rest) + `
function $weftBase64(name) {
    let binary = "";
    for (const byte of new TextEncoder().encode(self.WEFT_TEXTS?.[name] ?? "")) binary += String.fromCharCode(byte);
    return btoa(binary);
}
`];
}

/**
 * Tables of the class library by which money, the scripts of languages and time zones would be named: nothing here names the
 * first two, and of time zones the browser is asked. Each is found by an entry that it surely has.
 */
function withoutTables(code) {
    return ['"ksh-Latn-DE"', '"Ugandan Shilling', '"Pago_Pago"'].reduce((text, entry) => {
        const at = text.indexOf(entry);
        const from = text.lastIndexOf("return", at);
        if (at < 0 || !/^return\s*\{/.test(text.slice(from, at))) {
            return text;
        }
        return `${text.slice(0, from)}return {}${text.slice(endOfLiteral(text, text.indexOf("{", from)))}`;
    }, code);
}

/** Where an object that begins at a brace ends. */
function endOfLiteral(text, from) {
    let depth = 0;
    for (let i = from; i < text.length; i++) {
        if (text[i] === '"') {
            for (i++; text[i] !== '"'; i++) {
                if (text[i] === "\\") i++;
            }
        } else if (text[i] === "{") {
            depth++;
        } else if (text[i] === "}" && --depth === 0) {
            return i + 1;
        }
    }
    throw new Error("a table that does not end");
}

/** The hash of all files: what a person compares. Stands in the worker itself, where zeros stood when it was taken. */
function hashOf(files) {
    const all = createHash("sha256");
    for (const name of Object.keys(files).sort()) {
        const bytes = Buffer.from(files[name]);
        all.update(`${name} ${bytes.length} ${sha256(bytes).digest("hex")}\n`);
    }
    return all.digest("hex");
}

async function startPage() {
    const script = (await bundle(source("start.js"), { format: "esm", minify: true })).trim();
    const style = "body{font:1.1rem/1.5 system-ui,sans-serif;margin:4rem auto;max-width:32rem;padding:0 1rem;text-align:center}";
    const hash = (text) => `'sha256-${sha256(text).digest("base64")}'`;
    const policy = `default-src 'none'; script-src ${hash(script)}; style-src ${hash(style)}; worker-src 'self'; img-src data:; `
        + "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types weft-worker";
    return readFileSync(source("index.html"), "utf8").replace("CSP", () => policy).replace("STYLE", () => style).replace("SCRIPT", () => script);
}

async function app(from, folder) {
    const zeros = "0".repeat(64);
    const files = {
        "index.html": await startPage(),
        "qr.js": await bundle(source("qr.js"), { format: "esm", minify: true }),
    };
    const java = from.replace(/\.js$/, ".rest.js");
    const [texts, code] = withoutTexts(readFileSync(from, "utf8"));
    writeFileSync(java, code);
    // What maps are drawn on is wanted by more pages than what practices are made of.
    const ofMaps = (name) => name.startsWith("weft/pages/map/");
    const only = (which) => JSON.stringify(Object.fromEntries(Object.entries(texts).filter(([name]) => which(name))));
    files["land.json"] = only(ofMaps);
    files["texts.json"] = only((name) => !ofMaps(name));
    const beside = dirname(from);
    for (const name of readdirSync(beside).filter((one) => /^words-.*\.txt$|^icon-.*\.png$/.test(one)).sort()) {
        files[name] = readFileSync(join(beside, name));
    }
    files["verify.wasm"] = readFileSync(join(here, "node_modules/nostr-wasm/public/out/secp256k1.wasm"));
    const phone = await bundle(source("phone.js"), { format: "iife", minify: true });
    files["worker.js"] = await bundle(source("worker.js"), {
        format: "iife",
        minify: true,
        alias: { ...aliases, "weft-java": resolve(java) },
        define: {
            "self.WEFT_FILES": JSON.stringify(Object.fromEntries(Object.keys(files).sort().map((name) => [name, sha256(files[name]).digest("hex")]))),
            "self.WEFT_HASH": JSON.stringify(zeros),
            "self.WEFT_PHONE": JSON.stringify(phone),
        },
    });
    const hash = hashOf(files);
    files["worker.js"] = files["worker.js"].replace(zeros, hash);
    files["app.json"] = JSON.stringify({
        hash,
        files: Object.keys(files).sort().map((name) => ({
            name, bytes: Buffer.byteLength(files[name]), sha256: sha256(files[name]).digest("hex"),
        })),
    }, null, 2) + "\n";
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    // Packed once, best, for relays and nodes that serve it: beside the folder, since the folder is what is compared.
    rmSync(folder + "-packed", { recursive: true, force: true });
    mkdirSync(folder + "-packed", { recursive: true });
    let plain = 0;
    let gzip = 0;
    let brotli = 0;
    for (const [name, text] of Object.entries(files)) {
        writeFileSync(join(folder, name), text);
        plain += Buffer.byteLength(text);
        gzip += gzipSync(text, { level: 9 }).length;
        const packed = brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: Buffer.byteLength(text), [constants.BROTLI_PARAM_LGWIN]: 22 } });
        writeFileSync(join(folder + "-packed", name + ".br"), packed);
        brotli += packed.length;
    }
    console.log(`app ${hash.slice(0, 16)}: ${plain} bytes, ${gzip} with gzip, ${brotli} with brotli`);
}

const [what, from, to] = process.argv.slice(2);
if (what === "resources") {
    cpSync(from, to, { recursive: true });
} else {
    install();
    await (what === "app" ? app(from, to) : vectors(from, to));
}
