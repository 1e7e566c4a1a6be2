// Makes what the program carries of front-end files: compiles the stylesheet, names every file by its content, compresses it,
// and writes the C++ that holds (.incbin) and lists them. Run by the build: node assets/build.mjs <output folder>
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const root = fileURLToPath(new URL('..', import.meta.url));
const out = process.argv[2];
let sass;
try {
  sass = await import('sass');
} catch {
  console.error('The front-end packages are not installed: run "npm ci --ignore-scripts" in the project folder.');
  process.exit(1);
}

const govuk = readFileSync(join(root, 'node_modules/govuk-frontend/dist/govuk/govuk-frontend.min.js'), 'utf8')
  .replace(/\n\/\/# sourceMappingURL=.*\s*$/, '\n');
const css = sass.compile(join(root, 'assets/kith.scss'), {
  loadPaths: [join(root, 'node_modules')],
  quietDeps: true,
  style: 'compressed',
});
// The royal crest of GOV.UK's footer is not ours to show, nor to ask for.
const uncrested = css.css.replace(/[^{}]*\{[^{}]*\}/g, (rule) => {
  const selectors = rule.slice(0, rule.indexOf('{')).split(',');
  return selectors.every((selector) => selector.includes('govuk-footer__copyright-logo')) ? '' : rule;
});

const assets = [];
function add(stem, ending, type, bytes) {
  const content = Buffer.from(bytes);
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 10);
  const asset = { name: `${stem}-${hash}.${ending}`, stem, ending, type, content, gzip: gzipSync(content, { level: 9 }) };
  assets.push(asset);
  return asset;
}

const library = add('govuk-frontend', 'js', 'text/javascript; charset=utf-8', govuk);
const script = readFileSync(join(root, 'assets/kith.mjs'), 'utf8').replace('./govuk-frontend.min.js', `./${library.name}`);
if (!script.includes(library.name)) throw new Error('assets/kith.mjs does not import ./govuk-frontend.min.js');
add('kith', 'js', 'text/javascript; charset=utf-8', script);
add('early', 'js', 'text/javascript; charset=utf-8', readFileSync(join(root, 'assets/early.js')));
add('kith', 'css', 'text/css; charset=utf-8', uncrested);
add('favicon', 'svg', 'image/svg+xml', readFileSync(join(root, 'assets/favicon.svg')));

mkdirSync(out, { recursive: true });
const symbol = (asset) => `kith_asset_${asset.stem.replace(/-/g, '_')}_${asset.ending}`;
let embedded = '';
let symbols = '';
let rows = '';
for (const asset of assets) {
  for (const [kind, bytes] of [['plain', asset.content], ['gzip', asset.gzip]]) {
    const file = join(out, `${asset.stem}.${asset.ending}.${kind}`);
    const name = `${symbol(asset)}_${kind}`;
    writeFileSync(file, bytes);
    embedded += `    ".global ${name}\\n${name}: .incbin \\"${file}\\"\\n"\n`;
    symbols += `extern const char ${name}[];\n`;
  }
  const bytes = (kind, length) => `{${symbol(asset)}_${kind}, ${length}}`;
  rows += `        {"/assets/${asset.name}", "${asset.type}", ${bytes('plain', asset.content.length)}, ${bytes('gzip', asset.gzip.length)}},\n`;
}
writeFileSync(join(out, 'asset_table.cpp'), `// Written by assets/build.mjs.
#include "ui/asset_table.hpp"

asm(".section .rodata\\n"
${embedded}    ".previous\\n");

extern "C" {
${symbols}}

namespace kith::ui {

const std::vector<Asset>& asset_table()
{
    static const std::vector<Asset> table = {
${rows}    };
    return table;
}

}  // namespace kith::ui
`);
