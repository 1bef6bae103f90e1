import Statute

/// The one script of the pages: `n` and `p` go from change to change. Without it the page reads the same.
///
/// Written without the sign that opens a tag. It makes no mark-up from text, fetches nothing and keeps nothing. The page's policy names its hash, so no other
/// script runs.
enum PageScript {
    static let source = """
        (function(){
        "use strict";
        var all=Array.prototype.slice.call(document.querySelectorAll(".change"));
        if(!all.length)return;
        var box=document.createElement("p");
        box.className="keys";box.setAttribute("role","status");
        box.textContent="n: next change, p: previous ("+all.length+")";
        document.body.appendChild(box);
        all.forEach(function(e){e.tabIndex=-1});
        function now(){
        for(var i=0;all.length>i;i++)if(all[i].contains(document.activeElement))return i;
        for(i=0;all.length>i;i++)if(all[i].getBoundingClientRect().top>24)return i-.5;
        return all.length-.5}
        document.addEventListener("keydown",function(e){
        if(e.ctrlKey||e.altKey||e.metaKey||e.defaultPrevented)return;
        if(/^(input|textarea|select)$/i.test(e.target.tagName||""))return;
        var to;
        if(e.key==="n")to=Math.floor(now())+1;else if(e.key==="p")to=Math.ceil(now())-1;else return;
        if(0>to||to>=all.length){box.textContent=(0>to?"first":"last")+" of "+all.length+" changes";return}
        all[to].focus({preventScroll:true});all[to].scrollIntoView();
        box.textContent="change "+(to+1)+" of "+all.length+" (n: next, p: previous)"});
        })();
        """

    /// `'sha256-…'`, as a content security policy names an inline script (CSP 3).
    static let policy = "'sha256-\(Base64.text(SHA256.digest(of: Array(source.utf8))))'"
}
