// Bundles what TeaVM made with the noble libraries: node build.mjs IN OUT [--minify]. Installs the locked packages first
// where they are absent or the lock has changed; nothing is fetched otherwise.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));

export function install() {
    const stamp = join(here, "node_modules", ".weft-lock");
    const lock = createHash("sha256").update(readFileSync(join(here, "package-lock.json"))).digest("hex");
    if (existsSync(stamp) && readFileSync(stamp, "utf8") === lock) {
        return;
    }
    execFileSync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], { cwd: here, stdio: ["ignore", "ignore", "inherit"] });
    writeFileSync(stamp, lock);
}

export async function bundle(from, to, minify) {
    const esbuild = await import("esbuild");
    mkdirSync(dirname(to), { recursive: true });
    await esbuild.build({
        entryPoints: [from],
        outfile: to,
        bundle: true,
        format: "esm",
        target: "es2022",
        charset: "utf8",
        legalComments: "none",
        logLevel: "warning",
        minify,
        alias: { "weft-primitives": join(here, "src/main/js/primitives.js") },
        nodePaths: [join(here, "node_modules")],
    });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
    const [from, to, ...options] = process.argv.slice(2);
    install();
    await bundle(from, to, options.includes("--minify"));
}
