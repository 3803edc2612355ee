// Runs exported Java functions in Node: node run.mjs BUNDLE. One JSON list per line on standard input, [name, argument...];
// one JSON text per line on standard output, what the function returned or "threw: ..." .
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

const java = await import(pathToFileURL(process.argv[2]).href);
for await (const line of createInterface({ input: process.stdin })) {
    const [name, ...rest] = JSON.parse(line);
    let answer;
    try {
        answer = java[name](...rest);
    } catch (error) {
        answer = "threw: " + (error.stack ?? error);
    }
    process.stdout.write(JSON.stringify(answer) + "\n");
}
