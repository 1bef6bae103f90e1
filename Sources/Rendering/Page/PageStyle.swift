/// The one style sheet of the pages: light and dark, screen and print, from 320 px up.
///
/// Text colours keep at least 4.5 : 1 against every ground on which they stand, in both schemes.
enum PageStyle {
    static let css = """
        :root{color-scheme:light dark;--ground:#fbfaf7;--card:#fff;--ink:#1d1f23;--soft:#595d66;--line:#dcd9d1;\
        --link:#1c4f9c;--ins:#0b5228;--insbg:#dcf2e1;--del:#8a1a12;--delbg:#fce3e0;--mark:#3d2f00;--markbg:#ffedac;\
        --away:#8f3d00;--awaybg:#fdeadb;--toward:#0b5563;--towardbg:#dcf0f3;--chip:#efece4}
        @media(prefers-color-scheme:dark){:root{--ground:#15171b;--card:#1c1f25;--ink:#e8e5de;--soft:#a9adb7;\
        --line:#363a43;--link:#9cc3ff;--ins:#a8e6bb;--insbg:#12351f;--del:#ffbab2;--delbg:#45191b;--mark:#ffeaa6;\
        --markbg:#4b3e05;--away:#ffc18f;--awaybg:#432711;--toward:#9fe0ec;--towardbg:#0f3640;--chip:#2a2e36}}
        *{box-sizing:border-box}
        html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
        body{margin:0;background:var(--ground);color:var(--ink);font:1rem/1.6 system-ui,-apple-system,"Segoe UI",\
        "Noto Sans","Noto Sans CJK SC","PingFang SC","Microsoft YaHei",sans-serif;overflow-wrap:anywhere}
        .page{max-width:76rem;margin:0 auto;padding:1.25rem clamp(.9rem,3vw,2.5rem) 3rem}
        a{color:var(--link)}
        a:focus-visible,summary:focus-visible{outline:3px solid var(--link);outline-offset:2px}
        .skip{position:absolute;left:-999rem}
        .skip:focus{left:.5rem;top:.5rem;background:var(--card);padding:.4rem .8rem;z-index:2}
        h1{font-size:clamp(1.45rem,1.1rem + 1.8vw,2.2rem);line-height:1.25;margin:.2rem 0 1rem}
        h2{font-size:1.25rem;line-height:1.35;margin:2.4rem 0 .8rem;padding-bottom:.3rem;border-bottom:1px solid var(--line)}
        h3{font-size:1.05rem;line-height:1.45;margin:0}
        .over{margin:0;color:var(--soft);font-size:.9rem}
        .soft{color:var(--soft);font-size:.92rem}
        .two{display:grid;gap:.9rem;grid-template-columns:repeat(auto-fit,minmax(min(100%,19rem),1fr));margin:0;align-items:start}
        .card{background:var(--card);border:1px solid var(--line);border-radius:.5rem;padding:.8rem 1rem}
        dl.card{margin:0;display:grid;grid-template-columns:fit-content(9rem) minmax(0,1fr);gap:.15rem .8rem;\
        align-content:start;align-items:baseline}
        .card dt{color:var(--soft);font-size:.88rem}
        .card dd{margin:0}
        .counts{display:grid;grid-template-columns:repeat(auto-fit,minmax(8.8rem,1fr));gap:.6rem 1.2rem;align-items:start}
        .unseen{clip-path:inset(100%);position:absolute;width:1px;height:1px;overflow:hidden;white-space:nowrap}
        .card .name{font-weight:600}
        table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}
        caption{text-align:left;color:var(--soft);font-size:.85rem;padding-bottom:.2rem}
        th,td{padding:.22rem .15rem;border-bottom:1px solid var(--line);text-align:left;font-weight:400;overflow-wrap:normal}
        tr:last-child>*{border-bottom:0}
        td{text-align:right;font-weight:600;white-space:nowrap}
        .note{border-left:.3rem solid var(--away);background:var(--awaybg);padding:.7rem 1rem;border-radius:.25rem;margin:1rem 0}
        .outline ol{list-style:none;margin:0;padding:0;display:flex;flex-wrap:wrap;gap:.3rem}
        .outline h3{font-size:.92rem;font-weight:600;margin:.9rem 0 .35rem}
        .chip{position:relative;display:inline-flex;align-items:baseline;gap:.25em;background:var(--chip);border-radius:.3rem;\
        padding:.16rem .45rem;min-height:1.6rem;font-size:.85rem;color:var(--soft);text-decoration:none}
        a.chip{color:var(--link);text-decoration:underline;text-underline-offset:.2em}
        .chip b{font-weight:700}
        .change{background:var(--card);border:1px solid var(--line);border-radius:.5rem;padding:.9rem 1.1rem 1rem;\
        margin:0 0 1rem;scroll-margin-top:.7rem}
        .change:target{border-color:var(--link);box-shadow:0 0 0 1px var(--link)}
        .why{margin:.15rem 0 0;color:var(--soft);font-size:.9rem}
        .why strong{color:var(--ink)}
        .tags{list-style:none;margin:.5rem 0 0;padding:0;display:flex;flex-wrap:wrap;gap:.35rem}
        .tag{display:inline-block;font-size:.78rem;line-height:1.35;padding:.1rem .45rem;border-radius:.3rem;\
        border:1px solid currentColor;background:var(--chip);color:var(--soft)}
        .tag.requires,.tag.may-require{background:var(--awaybg);color:var(--away)}
        .tag.forbids,.tag.protects{background:var(--towardbg);color:var(--toward)}
        .words{margin:.7rem 0 0;max-width:46em}
        .words p{margin:.35rem 0;line-height:1.75}
        .words:lang(zh){font-size:1.06rem;line-break:strict;text-spacing-trim:trim-start}
        .words:lang(zh) p{line-height:1.95}
        .d1{padding-left:1.2em}.d2{padding-left:2.4em}.d3{padding-left:3.6em}
        .part{margin:.8rem 0 0;font-size:.9rem;color:var(--soft)}
        ins{color:var(--ins);background:var(--insbg);text-decoration:underline;text-decoration-thickness:.09em;\
        text-underline-offset:.22em;padding:.05em .1em;border-radius:.15em;box-decoration-break:clone;\
        -webkit-box-decoration-break:clone}
        del{color:var(--del);background:var(--delbg);text-decoration:line-through;text-decoration-thickness:.09em;\
        padding:.05em .1em;border-radius:.15em;box-decoration-break:clone;-webkit-box-decoration-break:clone}
        ins::before,del::before,ins::after,del::after{clip-path:inset(100%);position:absolute;width:1px;height:1px;\
        overflow:hidden;white-space:nowrap}
        ins::before{content:" [inserted: "}del::before{content:" [deleted: "}ins::after,del::after{content:"] "}
        mark{color:var(--mark);background:var(--markbg);border-bottom:2px solid currentColor;padding:.05em .08em}
        ins mark{text-decoration:underline}del mark{text-decoration:line-through}
        .tag.inline{display:inline;margin:0 .25em;vertical-align:.08em;text-decoration:none;\
        box-decoration-break:clone;-webkit-box-decoration-break:clone}
        ins[title="cross-reference"],del[title="cross-reference"]{background:none}
        .elsewhere{color:var(--soft);font-size:.88em}
        details{margin:1rem 0}
        summary{cursor:pointer;padding:.35rem 0;font-weight:600}
        blockquote{margin:.5rem 0;padding:.1rem 0 .1rem .8rem;border-left:3px solid var(--line)}
        .bearing{font-weight:600}.bearing.away{color:var(--away)}.bearing.toward{color:var(--toward)}
        footer{margin-top:3rem;border-top:1px solid var(--line);color:var(--soft);font-size:.88rem}
        .keys{position:fixed;right:.8rem;bottom:.8rem;margin:0;padding:.25rem .7rem;border:1px solid var(--line);\
        border-radius:.4rem;background:var(--card);color:var(--soft);font-size:.8rem;z-index:3}
        .change:focus{outline:2px solid var(--link);outline-offset:2px}
        @media(hover:none),(max-width:44rem){.keys{display:none}}
        @media(min-width:64rem){.body{display:grid;grid-template-columns:minmax(0,1fr) 19rem;gap:2.2rem}\
        .body>nav{order:2;position:sticky;top:1rem;align-self:start;max-height:calc(100vh - 2rem);overflow:auto}}
        @media(forced-colors:active){ins,del,mark{forced-color-adjust:auto}.card,.change{border-color:CanvasText}}
        @media print{.keys{display:none}ins::before,del::before,ins::after,del::after{clip-path:none;position:static;\
        width:auto;height:auto;overflow:visible;white-space:normal;font-size:.68em}\
        ins::before,del::before{display:inline-block;text-decoration:none}h1{font-size:16pt}\
        ins::before{content:"[inserted:\\00a0"}del::before{content:"[deleted:\\00a0"}ins::after,del::after{content:"]"}\
        :root{color-scheme:light;--ground:#fff;--card:#fff;--ink:#000;--soft:#444;--line:#999;--link:#000;\
        --ins:#000;--insbg:#fff;--del:#000;--delbg:#fff;--mark:#000;--markbg:#eee;--away:#000;--awaybg:#fff;\
        --toward:#000;--towardbg:#fff;--chip:#fff}body{font-size:10.5pt}.page{max-width:none;padding:0 2px}\
        .skip,.outline{display:none}.body{display:block}.change,.card,.note{border-radius:0}\
        h2,h3,.why{break-after:avoid}.change{break-inside:auto}.change p{break-inside:avoid}\
        details::details-content{content-visibility:visible;block-size:auto}.words p{orphans:3;widows:3}@page{margin:18mm 16mm}}
        """
    /// Only for pages whose content is a table of two texts.
    static let tables = """

        .page{max-width:100rem}
        .compared{table-layout:fixed;border:1px solid var(--line);background:var(--card)}
        .compared th{font-weight:600;background:var(--chip);text-align:left;padding:.5rem .7rem;overflow-wrap:anywhere}
        .compared th:nth-child(3){width:22%}
        .compared td{text-align:left;font-weight:400;white-space:normal;vertical-align:top;padding:.5rem .7rem;\
        border:1px solid var(--line);overflow-wrap:anywhere;max-width:none}
        .compared tr:last-child>*{border-bottom:1px solid var(--line)}
        .compared .words p{margin:.15rem 0;line-height:1.65}
        .compared ins{font-weight:700}
        .remark{font-size:.85rem;color:var(--soft)}.remark p{margin:.1rem 0}
        .compared td.across{background:var(--chip);font-size:.9rem}
        .compared .change{display:table-row;border:0;padding:0}
        @media(max-width:44rem){.compared,.compared tbody,.compared tr,.compared td{display:block;width:auto}\
        .compared thead{display:none}.compared .change{display:block;border-bottom:.4rem solid var(--ground)}\
        .compared td{border:0;border-bottom:1px solid var(--line)}\
        .compared td[data-label]::before{content:attr(data-label);display:block;font-size:.78rem;color:var(--soft)}}
        @media print{@page{size:landscape;margin:14mm}.compared ins::before,.compared del::before,.compared ins::after,\
        .compared del::after{content:none}.compared thead{display:table-header-group}\
        .compared .change{break-inside:auto}.compared tr{break-inside:auto}.compared td{font-size:9.5pt}}
        """
}
