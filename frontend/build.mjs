// Builds the styles, script, fonts, icons and licence notices that the pages use.
import { build } from "esbuild";
import { compile, Logger } from "sass";
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const packages = join(here, "node_modules");
const target = join(here, "..", "src", "mindlines", "ui", "static", "ui");

const fonts = [
  ["@fontsource-variable/source-sans-3", "source-sans-3", ["wght-normal", "wght-italic"]],
  ["@fontsource-variable/source-serif-4", "source-serif-4", ["wght-normal"]],
];
const alphabets = ["latin", "latin-ext"];
// What writing.js is made of.
const writing = [
  "yjs",
  "lib0",
  "y-protocols",
  "y-prosemirror",
  ...["commands", "inputrules", "keymap", "model", "schema-list", "state", "transform", "view"].map((name) => `prosemirror-${name}`),
  "orderedmap",
  "w3c-keyname",
];
const shipped = [
  // Its package carries no licence file, so the text stands beside this build.
  ["govuk-frontend", join(here, "licences", "govuk-frontend.txt")],
  ["htmx.org", join(packages, "htmx.org", "LICENSE")],
  ...writing.map((name) => [name, join(packages, name, "LICENSE")]),
  ["@fontsource-variable/source-sans-3", join(packages, "@fontsource-variable/source-sans-3", "LICENSE")],
  ["@fontsource-variable/source-serif-4", join(packages, "@fontsource-variable/source-serif-4", "LICENSE")],
];

function styles() {
  const { css } = compile(join(here, "styles", "mindlines.scss"), {
    style: "compressed",
    loadPaths: [packages],
    quietDeps: true,
    logger: Logger.silent,
    charset: false,
  });
  writeFileSync(join(target, "mindlines.css"), css);
}

async function scripts() {
  await build({
    // Each stands alone; the second is loaded only where a text is written together.
    entryPoints: ["mindlines.js", "writing.js"].map((name) => join(here, "scripts", name)),
    outdir: target,
    bundle: true,
    minify: true,
    format: "iife",
    target: "es2020",
    legalComments: "none",
    logLevel: "warning",
  });
}

function typefaces() {
  for (const [name, file, cuts] of fonts) {
    for (const alphabet of alphabets) {
      for (const cut of cuts) {
        const woff = `${file}-${alphabet}-${cut}.woff2`;
        cpSync(join(packages, name, "files", woff), join(target, "fonts", woff));
      }
    }
  }
}

function notices() {
  const words = shipped.map(([name, file]) => {
    const { version, license } = JSON.parse(readFileSync(join(packages, name, "package.json"), "utf8"));
    const text = readFileSync(file, "utf8").trim();
    return `${name} ${version} (${license})\n\n${text}\n`;
  });
  writeFileSync(join(target, "licences.txt"), words.join(`\n${"-".repeat(72)}\n\n`));
}

rmSync(target, { recursive: true, force: true });
mkdirSync(join(target, "fonts"), { recursive: true });
cpSync(join(here, "images"), target, { recursive: true });
styles();
typefaces();
notices();
await scripts();
