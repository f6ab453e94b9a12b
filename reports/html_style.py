"""The style of the page: sizes, spacing and colours after the conventions of GOV.UK pages, in a system font."""

STYLE = """
*,*::before,*::after{box-sizing:border-box}
html{background:#fff;-webkit-text-size-adjust:100%}
body{margin:0;
color:#0b0c0c;background:#fff;font:400 1rem/1.4 Arial,Helvetica,sans-serif;overflow-wrap:break-word}
.band{background:#0b0c0c;color:#fff;padding:12px 0;font-weight:700;font-size:1.25rem}
.band p{margin:0}
.width{max-width:960px;margin:0 auto;padding:0 15px}
main.width{display:block;padding-top:24px;padding-bottom:48px}
main:focus{outline:0}
h1{font-size:2rem;line-height:1.1;margin:0 0 24px}
h2{font-size:1.5rem;line-height:1.15;margin:0 0 16px;padding-top:16px}
h3{font-size:1.25rem;line-height:1.25;margin:0 0 12px;padding-top:8px}
h4,h5{font-size:1rem;line-height:1.3;margin:0 0 8px}
p{margin:0 0 12px;max-width:44em}
section{border-top:2px solid #0b0c0c;margin-top:40px}
section.first{border-top:0;margin-top:0}
a{color:#1a65a6;text-underline-offset:.15em;text-decoration-thickness:max(1px,.0625rem)}
a:visited{color:#54319f}
a:hover{color:#0f385c;text-decoration-thickness:3px}
a:focus,summary:focus{outline:3px solid transparent;background:#fd0;color:#0b0c0c;box-shadow:0 -2px #fd0,0 4px #0b0c0c;
text-decoration:none}
:target{scroll-margin-top:16px;background:#fff7bf}
.skip{position:absolute;left:-9999px}
.skip:focus{position:static;display:block;padding:10px 15px}
.hidden{position:absolute;width:1px;height:1px;margin:-1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.caption{color:#484949;font-size:1.125rem;margin-bottom:4px}
.quiet{color:#484949}
.small{font-size:.875rem}
dl.summary{margin:0 0 24px;border-top:1px solid #cecece}
dl.summary div{border-bottom:1px solid #cecece;padding:10px 0}
dl.summary dt{font-weight:700}
dl.summary dd{margin:0}
dl.summary dd p{margin:0 0 4px}
.tag{display:inline-block;padding:2px 8px 3px;font-size:1rem;font-weight:400;line-height:1.3;max-width:100%;
color:#282d30;background:#e5e6e7}
.tag-red{color:#651b1b;background:#f4d7d7}
.tag-orange{color:#7a3c1c;background:#fbdfcf}
.tag-yellow{color:#594d00;background:#fff2b3}
.tag-green{color:#0b4c2c;background:#cfe4da}
.tag-purple{color:#3c2470;background:#ddd6e8}
.tag-blue{color:#0f385c;background:#d2e2f1}
.counts{list-style:none;margin:0 0 20px;padding:0;display:flex;flex-wrap:wrap;gap:6px}
.glance{list-style:none;margin:0 0 24px;padding:0}
.glance>li{border-bottom:1px solid #cecece;padding:10px 0}
.glance>li:first-child{border-top:1px solid #cecece}
.glance p{margin:4px 0 0}
.glance>li>.tag{display:table;margin-bottom:4px}
.inset{border-left:10px solid #cecece;padding:12px 15px;margin:16px 0 24px}
.inset p:last-child{margin-bottom:0}
.warning{position:relative;padding-left:44px;margin:0 0 16px;font-weight:700;min-height:30px}
.warning::before{content:"!";position:absolute;left:0;top:-3px;
width:30px;height:30px;border-radius:50%;background:#0b0c0c;
color:#fff;text-align:center;line-height:30px;font-size:1.25rem}
.point{padding:16px 0 8px;border-bottom:1px solid #cecece}
.point>.outcome{margin-bottom:6px}
.card{border:1px solid #cecece;margin:0 0 24px}
.card>.card-title{background:#f3f3f3;padding:12px 15px;border-bottom:1px solid #cecece}
.card>.card-title h3,.card>.card-title p{margin:0;padding:0}
.card>.card-title p{margin-top:6px}
.card>.card-body{padding:15px}
.card .point:last-child{border-bottom:0}
.card .point{padding-top:8px}
blockquote{margin:0 0 12px;padding:2px 0 2px 12px;border-left:4px solid #8eb8dc;max-width:44em}
blockquote p{margin:0}
.authority{color:#484949}
details{margin:0 0 12px}
summary{color:#1a65a6;cursor:pointer;text-decoration:underline;text-underline-offset:.15em;
padding:4px 0;width:fit-content;max-width:100%}
summary:hover{color:#0f385c}
details>.inside{border-left:5px solid #cecece;padding:12px 0 4px 15px;margin-top:6px}
ul.steps{list-style:none;margin:0 0 12px;padding:0}
ul.steps ul.steps{margin:6px 0 0;padding-left:16px;border-left:1px solid #cecece}
ul.steps li{margin:0 0 6px;max-width:46em}
.number{font-weight:700;font-variant-numeric:tabular-nums;padding-right:6px}
.gap{white-space:nowrap}
ol.words{padding-left:0;list-style:none;margin:0}
ol.words li{padding:8px 0;border-bottom:1px solid #cecece}
ol.words p{margin:0}
.contents ul{list-style:none;padding:0;margin:0 0 24px}
.contents li{margin-bottom:6px}
pre{font:400 .875rem/1.5 "Courier New",monospace;background:#f3f3f3;padding:15px;white-space:pre-wrap;margin:0 0 16px}
table{border-collapse:collapse;width:100%;margin:0 0 24px}
caption{text-align:left;font-weight:700;padding-bottom:8px}
th,td{text-align:left;vertical-align:top;padding:10px 15px 10px 0;border-bottom:1px solid #cecece}
th:last-child,td:last-child{padding-right:0}
footer{border-top:1px solid #cecece;background:#f3f3f3;padding:24px 0 40px}
@media (min-width:40.0625em){
body{font-size:1.1875rem;line-height:1.32}
.width,main.width{padding-left:30px;padding-right:30px}
h1{font-size:3rem}h2{font-size:2.25rem}h3{font-size:1.5rem}h4,h5{font-size:1.1875rem}
.caption{font-size:1.5rem}
.small{font-size:1rem}
dl.summary div{display:flex}
dl.summary dt{width:30%;padding-right:20px;flex:none}
.card>.card-title,.card>.card-body{padding:15px 20px}
}
@media print{
body{font-size:11pt;line-height:1.3}
h1{font-size:20pt}h2{font-size:16pt}h3{font-size:13pt}h4,h5{font-size:11pt}
.band,footer{background:none;color:#0b0c0c}.band{border-bottom:2px solid #0b0c0c}
.width{max-width:none;padding:0}
.skip,.contents{display:none}
a,a:visited{color:#0b0c0c}
.authorities a[href^="http"]::after{content:" <" attr(href) ">";word-break:break-all}
.tag{border:1px solid currentColor;background:none;color:#0b0c0c}
details::details-content{content-visibility:visible;display:block;block-size:auto}
.point,.card>.card-title,ol.words li,.glance>li{break-inside:avoid-page}
.point{break-inside:auto}
h2,h3,h4,h5,summary{break-after:avoid}
section{margin-top:24px}
@page{margin:18mm}
}
"""
