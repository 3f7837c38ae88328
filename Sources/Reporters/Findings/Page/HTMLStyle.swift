/// Looks and behaviour of the page: light and dark as the reader's system has it, from 320 pixels up; without the script
/// nothing but the filter is missing.
enum HTMLStyle {
    /// Colours have a contrast of at least 4.5 to their ground (WCAG 2.2, 1.4.3).
    static let sheet = """
        :root{color-scheme:light dark;--ground:#fff;--raised:#f5f6f8;--text:#1c1e21;--soft:#565b63;--line:#d9dce1;\
        --error:#b3261e;--warning:#8a5a00;--info:#0b5cad;--good:#22703a}
        @media(prefers-color-scheme:dark){:root{--ground:#15171a;--raised:#1f2226;--text:#e7e9ec;--soft:#a4abb5;--line:#383d45;\
        --error:#ff8a80;--warning:#f2c14e;--info:#8ab4f8;--good:#81c995}}
        *{box-sizing:border-box}
        body{margin:0 auto;padding:1rem;max-width:70rem;background:var(--ground);color:var(--text);\
        font:1rem/1.5 system-ui,sans-serif;overflow-wrap:anywhere}
        h1{font-size:1.4rem;margin:.5rem 0}h2{font-size:1.15rem;margin:2rem 0 .5rem}h3{font-size:1rem;margin:1.5rem 0 .25rem}
        code{font:.9em ui-monospace,monospace;background:var(--raised);padding:0 .2em;border-radius:3px}
        table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:.3rem .6rem .3rem 0;\
        border-bottom:1px solid var(--line)}th{font-weight:600}td.number,th.number{text-align:right}
        .scroll{overflow-x:auto}
        ul{list-style:none;margin:0;padding:0}li{padding:.5rem 0;border-bottom:1px solid var(--line);content-visibility:auto;\
        contain-intrinsic-size:auto 5rem}
        .error{color:var(--error)}.warning{color:var(--warning)}.info{color:var(--info)}.good{color:var(--good)}
        .severity{font-weight:600}.soft{color:var(--soft)}
        p{margin:.25rem 0}
        form{position:sticky;top:0;background:var(--ground);padding:.5rem 0;display:flex;flex-wrap:wrap;gap:.5rem 1rem;\
        border-bottom:1px solid var(--line);z-index:1}
        input[type=search]{flex:1 1 14rem;padding:.4rem;font:inherit;color:inherit;background:var(--raised);\
        border:1px solid var(--soft);border-radius:4px}
        form[hidden],[hidden]{display:none}
        """

    /// Shows the filter and obeys it. It reads what stands in the page and adds no markup.
    static let script = """
        (()=>{const form=document.querySelector('form'),items=[...document.querySelectorAll('li[data-severity]')],\
        count=document.getElementById('count');if(!form)return;form.hidden=false;\
        const apply=()=>{const words=form.elements.search.value.toLowerCase().split(/\\s+/).filter(Boolean);\
        const shown=new Set([...form.querySelectorAll('input[type=checkbox]:checked')].map(box=>box.value));let n=0;\
        for(const item of items){item.text??=item.textContent.toLowerCase();\
        const fits=shown.has(item.dataset.severity)&&words.every(word=>item.text.includes(word));item.hidden=!fits;if(fits)n++}\
        for(const part of document.querySelectorAll('section[data-file]'))\
        part.hidden=![...part.querySelectorAll('li')].some(item=>!item.hidden);\
        count.textContent=n+' of '+items.length+' shown'};\
        form.addEventListener('input',apply);form.addEventListener('submit',event=>event.preventDefault());apply()})();
        """
}
