/** The style sheet of the report: one column, both colour schemes, A4. Colours of the pictures are set here and nowhere else. */
export const style = `
:root{color-scheme:light dark;--paper:#fff;--ink:#1a1a1a;--soft:#595959;--rule:#d5d5d5;--tint:#f4f4f1;--warn:#fff3d6;--link:#00558a;
--c0:#0072b2;--c1:#d55e00;--c2:#009e73;--c3:#cc79a7;--c4:#e69f00;--c5:#56b4e9;--c6:#4d4d4d;--c7:#a89a00}
@media (prefers-color-scheme:dark){:root{--paper:#15171a;--ink:#e8e8e6;--soft:#a9adb1;--rule:#3a3e43;--tint:#1e2125;--warn:#3d3111;--link:#7cc0ee;
--c0:#3d9bd6;--c1:#f08040;--c2:#1fbf91;--c3:#dd96bd;--c4:#f0b02e;--c5:#7cc8f2;--c6:#b5b5b5;--c7:#f0e442}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.5 system-ui,-apple-system,"Segoe UI","Liberation Sans",sans-serif}
main,header,footer{max-width:60rem;margin:0 auto;padding:0 1rem}
h1{font-size:2.1rem;line-height:1.15;margin:2rem 0 .4rem}
h2{font-size:1.4rem;margin:3rem 0 .6rem;padding-top:.5rem;border-top:2px solid var(--ink)}
h3{font-size:1rem;margin:1.4rem 0 .2rem}
p{max-width:46rem;margin:.5rem 0;overflow-wrap:break-word}
a{color:var(--link)}
nav ul{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.2rem 1rem}
nav a{display:inline-block;padding:.25rem 0}
.lead{font-size:1.1rem;color:var(--soft)}
.banner,.caveat{background:var(--warn);border-left:4px solid var(--c4);padding:.6rem .9rem;margin:1rem 0;max-width:none}
.banner{font-weight:600}
.facts{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(17rem,100%),1fr));gap:.8rem;margin:1rem 0;padding:0}
.facts div{background:var(--tint);padding:.7rem .9rem;overflow-wrap:anywhere}
.facts dt{font-size:.85rem;color:var(--soft)}
.facts dd{margin:0}
.facts b{display:block;font-size:1.5rem;line-height:1.25;font-variant-numeric:tabular-nums}
figure{margin:1.2rem 0}
figcaption{font-weight:600;margin:0 0 .3rem;overflow-wrap:break-word}
.reads,.under{font-size:.85rem;color:var(--soft)}
.mark{font-weight:600;color:var(--ink)}
.wide{overflow-x:auto;max-width:100%;border:1px solid var(--rule)}
.wide:focus-visible{outline:2px solid var(--link)}
figure.picture .wide{border:0}
svg{display:block;width:100%;height:auto;font-family:inherit}
svg text{white-space:pre}
.plot{--plot-background:var(--paper)}
.large svg{min-width:35rem}
.ribbons rect{fill:var(--ink)}
.bars{max-width:36rem}
.large svg.bars{min-width:0}
.bars .on{text-anchor:middle;fill:var(--ink);stroke:var(--paper);stroke-width:3px;paint-order:stroke}
.bars .over{stroke:var(--paper);stroke-opacity:.7}
.axis{fill:var(--soft);font-size:12px}
.small{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(17rem,100%),1fr));gap:.5rem 1.2rem}
.small h3{margin:.5rem 0 0;overflow-wrap:anywhere}
h4{font-size:.9rem;margin:.8rem 0 .1rem;color:var(--soft)}
.sign{display:inline-block;min-width:1.1em;font-weight:700;text-align:center}
.tally{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(16rem,100%),1fr));gap:.6rem 1.2rem;margin:1rem 0}
.tally dt{font-weight:600}
.tally dd{margin:0;font-size:.85rem;color:var(--soft)}
.claim{border-left:3px solid var(--rule);padding:.1rem 0 .1rem .9rem;margin:1.1rem 0;overflow-wrap:break-word}
.claim p{margin:.15rem 0}
.said{font-weight:600}
.who,.beside,.about,.checks{font-size:.88rem}
.who,.about dt{color:var(--soft)}
.who b{color:var(--ink);font-weight:600}
.tag{border:1px solid var(--soft);border-radius:.2rem;padding:0 .3rem;font-size:.8rem;color:var(--ink);white-space:nowrap}
.about{margin:.2rem 0;display:flex;flex-wrap:wrap;gap:0 1.2rem}
.about div{max-width:100%}
.about dt,.about dd{display:inline;margin:0}
.checks{margin:.2rem 0;padding-left:1.2rem;max-width:46rem}
.question ul{margin:.1rem 0;padding-left:1.2rem;max-width:46rem}
.question .short{font-size:1.05rem}
.small.disputes{gap:1.8rem 1.4rem}
.disputes>div{max-width:24rem}
.dispute rect{fill:var(--tint);stroke:var(--soft)}
.dispute path{fill:none;stroke:var(--c1);stroke-width:1.5}
.dispute .mutates path{stroke:var(--c0);stroke-dasharray:5 3}
.dispute .conflicts path,.dispute .differs path{stroke:var(--soft);stroke-dasharray:1.5 3}
.dispute path.head{fill:var(--c1);stroke:none}
.dispute .mutates path.head{fill:var(--c0)}
.sides{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(18rem,100%),1fr));gap:.8rem}
.sides>div{background:var(--tint);padding:.6rem .9rem}
.sides h3{margin:.1rem 0}
.mutation{margin:1.2rem 0}
table{border-collapse:collapse;width:100%;font-size:.82rem;font-variant-numeric:tabular-nums}
details.sheet{margin:1.2rem 0 .3rem}
summary{font-weight:600;cursor:pointer;padding:.3rem 0}
th,td{padding:.3rem .5rem;text-align:right;white-space:nowrap;border-bottom:1px solid var(--rule)}
thead th{vertical-align:bottom;white-space:normal;min-width:3.6rem;background:var(--tint);font-weight:600}
tbody th,.text,.day{text-align:left}
tbody th{position:sticky;left:0;background:var(--paper)}
tbody th,td.text{font-weight:400;white-space:normal;min-width:7.5rem;max-width:16rem;overflow-wrap:anywhere}
dl.events{font-size:.9rem}
dl.events dt{font-weight:600;margin-top:.5rem;overflow-wrap:anywhere}
dl.events dd{margin:0;color:var(--soft)}
.events ul{list-style:none;margin:0;padding:0;display:flex;flex-wrap:wrap;gap:0 1.2rem}
.events time{font-variant-numeric:tabular-nums}
dl.words dt{font-weight:600;margin-top:.8rem}
dl.words dd{margin:0;max-width:46rem}
code{overflow-wrap:anywhere}
@media (max-width:30rem){h1{font-size:1.7rem}main,header,footer{padding:0 .8rem}}
@media print{
:root{--paper:#fff;--ink:#000;--soft:#444;--rule:#bbb;--tint:#f2f2f2;--warn:#fff3d6;--link:#000;
--c0:#0072b2;--c1:#d55e00;--c2:#009e73;--c3:#cc79a7;--c4:#e69f00;--c5:#56b4e9;--c6:#4d4d4d;--c7:#a89a00}
body{font-size:10pt;-webkit-print-color-adjust:exact;print-color-adjust:exact}
main,header,footer{max-width:none;padding:0}
nav{display:none}
h2{break-after:avoid;margin-top:1.6rem}
h3,h4,figcaption{break-after:avoid}
.who,.beside,.about,.checks,.tally dd,.reads,.under,h4{font-size:8.5pt}
.question .short{font-size:10pt}
.wide{overflow:visible;border:0}
tbody th{position:static}
.large svg{min-width:0}
.bars{max-width:29rem}
.small{grid-template-columns:1fr 1fr 1fr}
figure.picture,.small>div,.facts div,tr,.claim,.sides,.dispute,.caveat,.banner,dl.words dd,dl.events dd{break-inside:avoid}
.sheet .under{break-before:avoid}
thead{display:table-header-group}
table{font-size:7pt}
th,td{padding:.15rem .22rem}
thead th,tbody th,td.text{min-width:0;overflow-wrap:break-word}
}`;

/** Paper: A4 with page numbers, and on every page what must stand on every page. */
export function paperOf(running: string): string {
  const text = running.replace(/[^\p{L}\p{N} .,:'’-]/gu, '');
  return `@page{size:A4;margin:16mm 15mm 18mm;@bottom-left{content:"${text}";font:8pt sans-serif}@bottom-right{content:counter(page) " / " counter(pages);font:8pt sans-serif}}`;
}
