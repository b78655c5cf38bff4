# SPDX-License-Identifier: AGPL-3.0-or-later
# ruff: noqa: E501  tables of words: broken lines would hide what belongs together
"""How a matter comes out, in words that are each other's opposite: what holds and what lapses, what is granted and
what is refused. For each language: the matter, what says that it is so, and what says that it is not. Verbs and
adjectives, and nouns only behind a verb that brings them about, for "the refusal of X" says nothing of how X came out.
"_" stands for some words between.

``WIDE``: denials that hold for their whole clause; ``NEAR``: those that deny the next words only; ``JOINS``: where a
clause ends besides its commas; ``BANNED``: what denies as a denial does; ``CONDITION`` and ``EXCEPTION``: what begins a case; ``TURNS``: what makes of a
statement one for some cases only, so that the opposite word may say the same ("lapses unless", "remains if").
"""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.plain.lexicon import outcomes_en as english

OUTCOMES: Mapping[str, Mapping[str, tuple[str, str]]] = {
    "de": {
        "subject": (r"unterlieg(?:t|en)|unterworfen|betroffen|erfasst|findet _anwendung|finden _anwendung|anzuwenden|anwendbar\w*", r"befreit|freigestellt\w*|ausgenommen|verschont|unanwendbar\w*"),
        "public": (r"öffentlich(?! rechtlich)\w*|jedermann zugänglich|einsehbar\w*|veröffentlicht\w*|bekannt gemacht", r"nichtöffentlich\w*|nicht öffentlich\w*|geheim\w*|vertraulich\w*|unter verschluss|verschlossenen türen|ausschluss der öffentlichkeit|unter ausschluss"),
        "there": (r"anwesend\w*|dabei|zugegen|vorhanden|vor ort", r"abwesend\w*|fehl(?:t|en|te|ten)|ferngeblieben|bleib\w+ _fern|fernbleib\w+"),
        "in time": (r"rechtzeitig\w*|fristgerecht\w*|fristgemäß\w*|pünktlich\w*|innerhalb der frist", r"verspätet\w*|zu spät|nach ablauf der frist|verfristet\w*|säumig\w*|unpünktlich\w*"),
        "carried out": (r"vollzogen|vollstreckt|vollziehbar\w*|wird umgesetzt|gilt _trotzdem|gilt sofort", r"ausgesetzt|ruht|ruhen|aufgeschoben|aufschiebende wirkung|gestoppt|gehemmt|wird unterbrochen"),
        "guilty": (r"schuldig(?! gesprochen nicht)\w*|verurteilt\w*|bestraft", r"unschuldig\w*|freigesprochen\w*|spricht _frei|freispruch|schuldlos\w*|sprach _frei|eingestellt"),
        "binding": (r"verbindlich\w*|bindend\w*|bindet|binden|müssen sich daran halten", r"unverbindlich\w*|freigestellt\w*|nur eine empfehlung|bloß\w* empfehlung|empfehlungscharakter"),
        "final": (r"unanfechtbar\w*|endgültig\w*|rechtskräftig\w*|bestandskräftig\w*", r"anfechtbar\w*|angefochten|vorläufig\w*|widerspruch einlegen|widerspruch möglich"),
        "for good": (r"unbefristet\w*|dauerhaft\w*|auf dauer|für immer|zeitlich unbegrenzt\w*|unbegrenzt\w*", r"befristet\w*|vorübergehend\w*|auf zeit|zeitweise|zeitlich begrenzt\w*"),
        "paid for": (r"bezahlte[rnms]?|vergütet\w*|entlohnt\w*|lohnfortzahlung|bei voller bezahlung|gehalt läuft weiter", r"unbezahlt\w*|unvergütet\w*|ehrenamtlich\w*|ohne (?:lohn|gehalt|bezahlung|bezüge)"),
        "passed on": (r"übertragbar\w*|übertragen werden|weitergeben|weitergegeben|vererblich\w*|abtretbar\w*|übertragen", r"unübertragbar\w*|höchstpersönlich\w*|nur selbst nutzen|unvererblich\w*"),
        "believed": (r"glaubhaft\w*|glaubwürdig\w*|glaubt|überzeugt|folgt(?: das gericht| der kammer)", r"unglaubhaft\w*|unglaubwürdig\w*|zweifelt|bezweifelt\w*|zweifel"),
        "proven": (r"bewiesen|erwiesen\w*|nachgewiesen\w*|belegt|steht fest|fest steht|geklärt", r"unbewiesen\w*|ungeklärt\w*|widerlegt\w*|bleibt offen|unklar"),
        "grows": (r"erhöht(?: sich)?|steig(?:t|en)|stieg(?:en)?|gestiegen\w*|angehoben|teurer|zugenommen|wächst|verlängert\w*", r"senk(?:t|en|te)|gesenkt\w*|sink(?:t|en)|sank(?:en)?|gesunken\w*|gekürzt\w*|kürz(?:t|en)|verringert\w*|reduzier\w+|billiger|verkürzt\w*|abgenommen|gemindert\w*"),
        "stays": (r"bleib(?:t|en|st)|geblieben|verbleib(?:t|en)", r"verl[aä]ss(?:t|en)|verließ(?:en)?|ausgereist|ausreis(?:t|en)|weggeh(?:t|en)"),
        "speaks": (r"äußern|aussagen|aussagt|beantworten|antworten|antwortet|angaben machen", r"schweig(?:t|en)|stumm|aussage verweiger\w+"),
        "within": (r"innerhalb|eingehalten|einhält|einhalten|unterschritten|hält _ein|hielt _ein|hielten _ein", r"überschritten|überschreit(?:et|en)|übersteig(?:t|en)|überstieg(?:en)?|übertroffen"),
        "holds": (
            r"gültig\w*|wirksam\w*|rechtswirksam\w*|in kraft(?! tret)|bestehen bleib\w+|bleib\w* _bestehen|bleib\w* _erhalten|besteht _(?:fort|weiter)|gilt _weiter|läuft _weiter|hat _bestand|bleib\w+ _(?:wirksam|gültig|in kraft)|verbleib(?:t|en) _bei|steht _(?:weiter|weiterhin) zu|unverändert fort|fortbesteh\w+|(?<!wir )behält|(?<!wir )behalten(?! wir)|behältst|erstatte\w*|rückerstatte\w*|zurückgezahlt|zurückzahl\w+|zahl\w+ _zurück|bekomm\w+ _(?:zurück|wieder)|zurückbekomm\w*|erhalten _zurück|erhält _zurück|ersetz(?:t|en)|übernommen|übernehm\w+|übernimmt|entschädigt|geschützt|versichert|ausgezahlt|ausbezahlt",
            r"ungültig\w*|(?:rechts)?unwirksam\w*|nichtig\w*|hinfällig\w*|gegenstandslos\w*|wertlos\w*|erl[io]sch(?:t|en)|erloschen\w*|verf[aä]ll(?:t|en)|entf[aä]ll(?:t|en)|f[aä]ll(?:t|en) _weg|weggefallen\w*|wegf[aä]ll(?:t|en)|außer kraft|verjähr(?:t|en)\w*|aufgehoben|endet|enden|läuft _ab|laufen _ab|abgelaufen\w*|widerrufen\w*|zurückgenommen|gestrichen|erledigt sich|büß(?:t|en) _ein|verwirk(?:t|en)|verwirkt\w*|geschmälert|schmäler(?:t|n)|beeinträchtig(?:t|en)|verlier(?:t|en|e|st)|verloren|entzogen|entziehen|entzieht|eingebüßt|geht _verloren|zur folge _verlust|führ(?:t|en) _verlust|bewirk(?:t|en) _verlust|steht _entgegen|entgegensteh\w+|stehen _entgegen|(?<=nicht )ausgeschlossen|hindert|hindern|verhinder(?:t|n)|schließ(?:t|en) _aus|leer aus",
        ),
        "granted": (
            r"befürwortet\w*|gebilligt\w*|bestätigt\w*|entsprochen|positiv beschieden|erteilt\w*|anerkannt\w*|anerkenn(?:t|en)|erkenn(?:t|en) _an|angenommen\w*|annehmen|anzunehmen|annimmt|nimmt _an|nehmen _an|akzeptier\w+|bewilligt\w*|bewilligen|genehmigt\w*|genehmigen|stattgegeben|stattgeben|gibt _statt|zustimmen|zustimmt|zugestimmt|stimm\w+ _zu|einwilligen|eingewilligt|einverstanden|zugelassen\w*|zulassen|gewährt\w*|gewähren|(?:sagen|sagt|sage) (?:sie )?ja|ja (?:\w+ ){0,2}?(?:sagen|sagt|gesagt)|gilt _zustimmung|als zustimmung|erlaubt\w*",
            r"verworfen\w*|negativ beschieden|missbillig\w+|aberkannt\w*|abgelehnt\w*|ablehn(?:t|en|te|ten)|abzulehnen|lehn(?:t|en|te|ten) _ab|zurückgewiesen\w*|zurückweis(?:t|en)|zurückzuweisen|weis(?:t|en) _(?:zurück|ab)|wies _(?:zurück|ab)|abgewiesen\w*|verweiger(?:t|n|te|ten)\w*|versagt\w*|versagen|(?:sagen|sagt|sage) (?:sie )?nein|nein (?:\w+ ){0,2}?(?:sagen|sagt|gesagt)|widersprech\w+|widerspricht|widersprochen|als ablehnung|gilt _ablehnung|nicht zustande",
        ),
        "possible": (
            r"möglich|denkbar|vorstellbar|in betracht|kann sein|könnte sein|könnten sein|infrage",
            r"unmöglich|undenkbar|ausgeschlossen|auszuschließen|schließ(?:t|en) _aus(?=,)|schloss _aus(?=,)|ausschließen(?=,)",
        ),
        "cost": (
            r"kostenpflichtig\w*|gebührenpflichtig\w*|kostet|kosten sie|zahlen|bezahlen|zahlt|bezahlt|zu entrichten|entrichtet|erhoben|verlangen wir|berechnet|in rechnung|selbst zu tragen|steuerpflichtig\w*|zu versteuern|versteuert",
            r"kostenlos\w*|kostenfrei\w*|gebührenfrei\w*|gratis|umsonst|unentgeltlich\w*|(?:gebühr|kosten|steuer|abgabe|beitrag)\w* _befreit|befreit|steuerfrei\w*|abgabenfrei\w*|beitragsfrei\w*|ohne kosten",
        ),
        "liable": (r"haftet|haften|haftbar\w*|verantwortlich\w*|einzustehen|einstehen|steht _ein|belangt|aufkommen|kommt _auf", r"haftungsfrei\w*|schuldlos\w*|haftung _ausgeschlossen|von der haftung"),
        "known": (r"bekannt|wusste[nt]?|kannte[nt]?|gewusst|gekannt|weiß|wissen|informiert|kenntnis", r"unbekannt|ahnungslos\w*|verheimlicht\w*|verborgen|unkenntnis"),
        "done": (r"angehört\w*|hört\w* _an|hörte\w* _an|beteiligt\w*|geprüft|erfüllt|eingehalten|vollständig\w*|rechtzeitig\w*|fristgerecht\w*", r"unterlassen|unterlass\w+|unterließ\w*|versäum\w+|unvollständig\w*|verspätet\w*|zu spät"),
        "follows": (r"folgen|nachteile?|konsequenzen|bestraft|geahndet|strafbar\w*", r"folgenlos\w*|straffrei\w*|straflos\w*|ungestraft"),
        "open": (r"geöffnet\w*|offen|zugänglich\w*|frei passierbar|befahrbar\w*|begehbar\w*|öffnet|öffnen", r"geschlossen\w*|gesperrt\w*|unzugänglich\w*|unpassierbar\w*|zugesperrt|schließt|dicht"),
        "counts": (r"angerechnet\w*|mitgerechnet\w*|mitgezählt\w*|zähl(?:t|en)|berücksichtigt\w*|rechn\w+ _an|eingerechnet\w*|einbezogen\w*|inbegriffen|enthalten|gehör(?:t|en) dazu", r"außer betracht|außen vor|unberücksichtigt|herausgerechnet\w*|außer acht|bleib\w+ _außer betracht|lassen wir _weg"),
        "true": (r"wahr|zutreffend\w*|trifft _zu|zutrifft|stimmt|bestätigt\w*|richtig", r"unwahr\w*|unzutreffend\w*|falsch|widerlegt\w*|unrichtig\w*|erfunden|gelogen"),
        "suits": (r"vereinbar\w*|passt|passen _zusammen|zusammen _(?:möglich|erlaubt)", r"unvereinbar\w*"),
        "excuses": (r"entschuldig(?:t|en)|berufen|beruft|geltend machen|entlast(?:et|en)|rechtfertigt|ausrede", r"unentschuldigt\w*|unverzeihlich"),
        "goes on": (r"weiterhin|immer noch|nach wie vor|fortgesetzt\w*|fortsetz\w+|weiterlauf\w+|läuft weiter|geht weiter|weitergeh\w+", r"eingestellt\w*|beendet\w*|beenden|abgebrochen\w*|hör\w+ _auf|aufgehört"),
    },
    "fr": {
        "subject": (r"soumise?s?|assujettie?s?|visée?s?|concernée?s?|applicables?|s['’]appliqu\w+", r"exemptée?s?|exonérée?s?|dispensée?s?|échapp\w+|inapplicables?"),
        "public": (r"(?<!le )(?<!du )(?<!au )public(?=[ ,.;])(?! que)|publique|publics|publiques|publiée?s?|consultables?|communicables?", r"huis clos|secr[eè]t\w*|confidentiel\w*|non public\w*|portes fermées"),
        "there": (r"présente?s?(?= (?:à|au|lors|pendant|ce|le)\b|[,.;])|sur place|est là|sont là", r"absente?s?|fai(?:t|sai\w+|re) défaut|manqu(?:e|ait|aient|ent)(?= (?:à|au|lors)\b|[,.;])"),
        "in time": (r"dans les délais?|dans le délai|à temps|à l['’]heure|en temps utile", r"hors délais?|tardi(?:f|ve|fs|ves|vement)|en retard|trop tard|après le délai|forclos\w*"),
        "carried out": (r"exécutée?s?|exécutoires?|s['’]exécut\w+|appliquée?s?|mise?s? en œuvre|prend effet", r"suspend(?:u|ue|us|ues|re|ra|ent)?|suspensi(?:f|ve|fs|ves)|différée?s?|reportée?s?|ajournée?s?|repoussée?s?|repousse"),
        "guilty": (r"coupables?|condamnée?s?|condamne", r"innocente?s?|acquittée?s?|acquitte|relaxée?s?|relaxe|mise?s? hors de cause|non-lieu"),
        "binding": (r"contraignante?s?|lie(?:nt)?|obligatoires?|s['’]impose(?:nt)?", r"consultati(?:f|ve|fs|ves)|indicati(?:f|ve|fs|ves)|simples? avis|facultati(?:f|ve|fs|ves)"),
        "final": (r"définiti(?:f|ve|fs|ves)|irrévocables?|sans appel|en dernier ressort|insusceptibles?", r"provisoires?|susceptibles? d(?:e|['’]) ?(?:un )?(?:recours|appel)|peu(?:t|vent) être contestée?s?|attaquables?"),
        "for good": (r"durée indéterminée|indéfiniment|permanente?s?|à vie|pour toujours|sans limite de durée", r"durée déterminée|temporaires?|provisoires?|pour un temps|momentanée?s?"),
        "paid for": (r"rémunérée?s?|payée?s?|salaire maintenu|avec salaire", r"bénévol\w+|sans solde|sans (?:salaire|rémunération)|non rémunérée?s?|non payée?s?"),
        "passed on": (r"cessibles?|transmissibles?|transférables?|transmis(?:e|es)?|cédée?s?", r"incessibles?|intransmissibles?|strictement personnel\w*|non transférables?"),
        "believed": (r"crédibles?|convain(?:c|cu|cante?s?)|croit|suit l['’]avis|fiables?", r"peu crédibles?|doute(?:nt)?|écarte(?:nt)?|met en doute"),
        "proven": (r"prouvée?s?|prouve(?:nt)?|démontr\w+|établie?s?|établi(?:t|ssent)|avérée?s?|certaine?s?(?=[.,;])", r"incertaine?s?|réfut\w+|infirmée?s?|démentie?s?"),
        "grows": (r"augment(?:e|ent|é|ée|és|ées|era|er)|relev(?:é|ée|és|ées)|major(?:é|ée|és|ées)|prolong(?:é|ée|és|ées|e|er)|allong\w+", r"dimin(?:ue|uent|ué|uée|ués|uées|uer)|baiss(?:e|ent|é|ée|és|ées|er|era)|rédui(?:t|te|ts|tes|re|sent)|abaiss\w+|minor(?:é|ée|és|ées)|raccourci\w*|écourt\w+"),
        "stays": (r"rest(?:e[rsz]?|ent|era|é|ée)|demeur(?:e|ent|er)", r"quitt(?:e[rsz]?|ent|é|ée|era)|part(?:ir|ez|i|ie)|sort(?:ir|ez|i|ie)"),
        "speaks": (r"répond(?:re|ez|u)|déclar(?:er|ez)|s['’]exprimer|parl(?:er|ez)", r"(?:se |vous )tai(?:re|sez)|gard(?:er|ez) le silence"),
        "holds": (
            r"valables?|valides?|en vigueur|demeur\w+ (?:acquis|valable|dû|due|ouvert|en vigueur)\w*|rest\w+ (?:acquis|valable|dû|due|ouvert|en vigueur)\w*|conserv(?:e[rsz]?|é|ée|és|ées|ent|ons|era|eront|erez)|gard(?:e[zs]?|era|erez|ent)(?= (?:son|sa|ses|leurs?|votre|vos|le droit|droit|sa qualité))|mainten(?:u|ue|us|ues|ir|ons|ez)|maintien(?:t|nent|dra|s)|rembours(?:e[rsz]?|é|ée|és|ées|ent|ons|era|eront|erez)|restitu(?:e[rsz]?|é|ée|és|ées|ent|ons)|rend(?:u|ue|us|ues|ons)|récupér(?:e[rsz]?|é|ée|és|ées|ent|erez)|indemnis(?:e[rsz]?|é|ée|és|ées|ent|ons)|pris(?:e|es)? en charge|pren(?:d|nent|ons|dra) _en charge|produi(?:t|sent|re) _effets?|subsist\w+|acquise?s?|donne(?:nt)? (?:lieu|droit)|ouvr(?:e|ent|ira) droit",
            r"(?<!non )nul(?:s|les?)?(?= |[.,;])(?! (?:\w+ )?n(?:e\b|['’]))|caduc\w*|caduqu\w+|expir(?:e|ent|é|ée|era)|prend(?:ra)? fin|prennent fin|résili(?:é|ée|és|ées)|révoqu(?:é|ée|és|ées)|abrog(?:é|ée|és|ées|e)|supprim(?:é|ée|és|ées|e|ent)|retir(?:é|ée|és|ées)(?! de)|port(?:e|ent|er) atteinte|frappée?s? de nullité|réputée?s? non écrite?s?|invalid\w+|périmée?s?|sans (?:aucun )?(?:effet|valeur)|s['’]étei(?:nt|gnent)|éteinte?s?|perd(?:ez|s|ent|re|ra|rez|ront|u|ue|us|ues)?(?= (?:aussi |donc |alors |ainsi )?(?:l[ea]s?|l['’]|s(?:on|a|es)|vo(?:tre|s)|leurs?|ce|cette|tou[ts]e?s?|une partie))|privée?s?|prive(?:nt|ra)?|déchue?s?|(?:entraîn|emport|impliqu|provoqu)\w+ (?:\w+ ){0,3}?(?:perte|celle d|déchéance|annulation|nullité)|fai(?:t|re|sant) obstacle|s['’]oppose(?:nt)? (?:à|au|aux)|empêche(?:nt|r|ra)?|à (?:votre|sa|leur) charge|cesse(?:nt|ra|ront)? (?:d['’]être|d['’]avoir|de|ses effets)",
        ),
        "granted": (
            r"accept(?:e|é|ée|és|ées|er|ent|era|ons|ation|ez)|(?<!pas )(?<!dés)d['’]accord|accord(?:e|é|ée|ées|és|er|ent|ons|era|eront)|approuv\w+|agréée?s?|valid(?:é|ée|és|ées)|recevables?|admise?s?|octroy\w+|délivr(?:é|ée|és|ées)|favorables?|consent(?:i|ir|e|ez|ent)|autorisée?s?|dit(?:es)? oui|disons oui|fait droit|vaut (?:\w+ )?(?:acceptation|accord|autorisation|acquiescement)",
            r"refus(?:e|é|ée|és|ées|er|ent|ons|era|eront|ez)|rejet(?:te|tent|é|ée|és|ées|er|tera|ons)|(?:décision|vaut|équivaut à)(?: \w+)? (?:de |un )?(?:rejet|refus)|débout\w+|irrecevables?|écart(?:é|ée|és|ées)|rejettera|défavorables?|dit(?:es)? non|disons non|pas d['’]accord(?<=n’est pas d’accord)",
        ),
        "possible": (r"possibles?(?= qu)|il se peut|envisageables?|peu(?:t|vent) contenir|peu(?:t|vent) (?:y )?(?:avoir|être)|peut-être", r"impossibles?(?= qu)|exclu(?:t|re|ent)?(?= qu)"),
        "cost": (r"pay(?:er|ez|ée?s?|ons|e|era|ent|erez)|payantes?|coûte\w*|facturée?s?|à vos frais|imposables?|redevables?", r"gratuit(?:e|s|es|ement)?|sans frais|exonér\w+|exemptée?s?|exempts?"),
        "liable": (r"responsables?|répond(?:ent|ra)? (?:de|des|du)|engage(?:nt|ra)? (?:sa|leur|votre) responsabilité", r"dégagée?s? de|irresponsables?"),
        "known": (r"sav(?:ait|aient|ez|oir|iez|ions)|connai(?:ssait|ssaient|t|ssez|ssent|ssiez)|au courant|informée?s?|avait connaissance", r"ignor(?:ait|é|ée|er|aient|ez|e|ent|ât)|méconnu\w*"),
        "follows": (r"conséquences|sanctionnée?s?|punie?s?", r"impunie?s?|impunément"),
        "open": (r"ouvert(?:e|s|es)?|ouvr(?:e|ent|ir|ira|iront|ez)|accessibles?", r"fermée?s?|ferm(?:e|ent|er|era|eront)|inaccessibles?"),
        "counts": (r"compt(?:e|ent|ée?s?|abilisée?s?)|prise?s? en compte|inclu(?:s|se|ses|t|ent)|comprise?s?|s['’]ajoute\w*|ajoutée?s?|pren(?:d|ons|nent) en compte", r"exclue?s?|écartée?s?|déduite?s?|laissée?s? de côté|hors de compte"),
        "true": (r"exacte?s?|vraie?s?|confirm(?:e|ée?s?|ent)|avérée?s?", r"inexacte?s?|fau(?:x|sses?)|démenti\w*|contredi\w+|infirm\w+|mensong\w+"),
        "suits": (r"compatibles?|(?:se )?cumul(?:e|ent|er|ables?|ez|és?|ées?)", r"incompatibles?"),
        "excuses": (r"excuse(?:nt|ra|r)?|prévaloir|invoquer|invoque|justifie(?:nt)?|dispense(?:nt|ra)?|exonère(?:nt)?", r"inexcusables?|injustifiée?s?"),
        "goes on": (r"encore(?= [?.,]|[?.,])|continu(?:e|ent|er|é|era|ez)|poursui(?:t|vre|vent|vi|vie|vra|vez)|sont toujours|est toujours", r"cess(?:é|er)|arrêt(?:é|ée|és|ées|er|e|ent|ez)|interromp\w+|abandonnée?s?|terminée?s?"),
        "works": (r"fonctionn\w+|entretenue?s?|en (?:bon )?état(?: de marche)?|réglée?s?|respectée?s?|conformes?", r"défectueu\w+|en panne|hors service|délabrée?s?|impayée?s?"),
    },
    "es": {
        "subject": (r"sujet[oa]s?|sometid[oa]s?|afectad[oa]s?|aplicables?|se aplica[n]?|se aplicarán?", r"exent[oa]s?|eximid[oa]s?|dispensad[oa]s?|excluid[oa]s?|inaplicables?|se libra[n]?"),
        "public": (r"(?<!el )(?<!al )(?<!del )públic[oa]s?|se publica[n]?|publicad[oa]s?|a puertas abiertas|accesibles a todos", r"secret[oa]s?|confidencial(?:es)?|a puerta cerrada|reservad[oa]s?"),
        "there": (r"presentes?(?= (?:en|durante|al)\b|[,.;])|asist(?:e|en|ió|ieron)|acud(?:e|en|ió)|está allí", r"ausentes?|falt(?:a|an|ó|aron)|no comparec\w+|no asist\w+"),
        "in time": (r"en plazo|dentro del? plazo|a tiempo|puntual(?:es|mente)?", r"fuera de(?:l)? plazo|tarde|tardí[oa]s?|extemporáne[oa]s?|con retraso"),
        "carried out": (r"ejecut(?:a|an|ada?s?|ados?|ará|iva?s?|ivos?)|se aplica enseguida|se cumple", r"suspend(?:e|en|erá|erán|ida?s?|idos?)|suspensiv[oa]s?|aplaza(?:n|da|do|das|dos)?|paraliza(?:n|da|do|das|dos)?|en suspenso"),
        "guilty": (r"culpables?|conden(?:a|ó|ada?s?|ados?)", r"inocentes?|absuelt[oa]s?|absuelve|absolvió|sobrese\w+"),
        "binding": (r"vinculantes?|vincula[n]?|obligatori[oa]s?|de obligado cumplimiento", r"orientativ[oa]s?|consultiv[oa]s?|facultativ[oa]s?|meramente informativ[oa]s?|solo una recomendación"),
        "final": (r"firmes?|definitiv[oa]s?|irrevocables?|irrecurribles?|inapelables?|agota la vía", r"recurribles?|provisional(?:es)?|apelables?|impugnables?|puede recurrir\w*"),
        "for good": (r"indefinid[oa]s?|indefinidamente|permanentes?|para siempre|vitalici[oa]s?|sin límite de tiempo", r"temporal(?:es|mente)?|provisional(?:es)?|por un tiempo|transitori[oa]s?"),
        "paid for": (r"remunerad[oa]s?|retribuid[oa]s?|pagad[oa]s?|con sueldo|cobrando", r"sin (?:sueldo|remuneración|retribución)|no remunerad[oa]s?|no retribuid[oa]s?|voluntariad\w*"),
        "passed on": (r"transferibles?|transmisibles?|cedid[oa]s?|ceder|se hereda[n]?|transmit\w+", r"intransferibles?|intransmisibles?|personalísim[oa]s?|estrictamente personal(?:es)?"),
        "believed": (r"creíbles?|convincentes?|verosímil(?:es)?|convence[n]?|cree[n]?", r"inverosímil(?:es)?|duda[n]?|pone en duda|dudos[oa]s?"),
        "proven": (r"prob(?:ada?s?|ados?)|prueba[n]?(?= que)|demuestra[n]?|demostrad[oa]s?|acredita[n]?|acreditad[oa]s?|consta[n]?", r"sin probar|desmentid[oa]s?|refutad[oa]s?|incierto|no hay pruebas"),
        "grows": (r"aument(?:a|an|ó|ará|ada?s?|ados?|ar)|sub(?:e|en|ió|irá)|increment(?:a|an|ará|ada?s?|ados?)|ampl(?:ía|ían|iará|iada?s?|iados?)|prorrog\w+|alarga\w*", r"disminu(?:ye|yen|yó|irá|ida?s?|idos?)|baj(?:a|an|ó|ará|amos)|redu(?:ce|cen|jo|cirá|cida?s?|cidos?)|rebaj(?:a|an|ada?s?|ados?|ará)|acort\w+|recort\w+"),
        "stays": (r"permane(?:ce|cen|zca|cer|cerá)|qued(?:a|an|arse)(?! sin)", r"abandon(?:a|an|e|en|ar)|sal(?:e|en|ga|ir)|march(?:a|an|e)"),
        "speaks": (r"declar(?:ar|e|a)|contest(?:ar|e|a)|respond(?:er|a|e)", r"call(?:ar|arse|e)|guard(?:ar|e) silencio"),
        "within": (r"dentro del? (?:límite|plazo|máximo)|respet(?:a|an|ó|aron) el (?:límite|máximo)", r"super(?:a|an|ó|aron) el (?:límite|máximo)|sobrepas\w+"),
        "holds": (
            r"válid[oa]s?|surt(?:e|en) efectos?|prorrogad[oa]s?|renovad[oa]s?|permanec(?:e|en|erá) (?:en vigor|vigente|válid)\w*|valdrán?|vale|valen|eficaz|eficaces|vigentes?|en vigor|conserv(?:a|an|ará|arán|e|ar|as|amos)|mantien(?:e|en|es)|mantendrán?|mantener|sig(?:ue|uen|ues|a) _(?:válid|vigente|teniendo|en vigor)\w*|devolv(?:emos|er|erá|eremos|erán|erán)|devuelv\w+|reembols(?:a|amos|ará|an|ar|aremos|ado|ados)|recuper(?:a|ará|ar|an)|indemniz(?:a|amos|ará|ado)|subsist\w+|(?:surte|surtirá|surten|produce|producirá|tiene|tendrá) (?:\w+ )?efectos?|tiene(?:n|s)? (?:\w+ )?derecho",
            r"inválid[oa]s?|nul[oa]s?|ineficaz|ineficaces|derog\w+|anul(?:a|an|ada?s?|ados?|ará|amos)|revoc(?:a|an|ada?s?|ados?|ará)|rescind\w+|cancel(?:a|an|ada?s?|ados?|ará|amos)|dej\w+ de (?:tener|ser válid|estar vigente|valer|cobrar|producir)\w*|quita(?:n|mos|rá)?|decae[n]?|decaerá|prescrib\w+|venc(?:e|en|erá|ida?s?|idos?)|caduc(?:a|an|ará|arán|ado|ada|ados|adas)|se exting\w+|exting(?:ue|uirá|uido)|sin (?:efecto|efectos|validez|valor)|(?:pierd(?:e|en|es|a|an)|perderán?|perder)(?= (?:también |entonces |así )?(?:el|l[ao]s?|sus?|est[ea]|es[ea]|tod[oa]s?|una parte))|priv(?:a|an|ará|arán)|menoscab(?:a|an|ará|e|en)|perjudi(?:ca|can|cará|que)|(?:implic|supon|conllev|determin|acarre|comport|produc|caus)\w+ (?:\w+ ){0,5}?pérdida|dará? lugar a (?:\w+ ){0,2}?(?:pérdida|extinción)|obstáculo|impedimento|impid(?:e|en|a)|impedirán?|obst(?:a|an|ará)|qued\w+ sin|carec(?:e|en|erá|erán)(?: de)?(?: \w+)? (?:validez|efectos?|valor|eficacia)|deneg\w+ el derecho|retir(?:a|an|amos|ará) (?:la|el|su)",
        ),
        "granted": (
            r"acept(?:a|an|ada?s?|ados?|ará|amos|e|ado)|aprob(?:ada?s?|ados?|ó|ará)|aprueb\w+|conced(?:e|en|ida?s?|idos?|erá|emos)|estim(?:ad[oa]s?|atori[oa]s?)|otorg(?:a|an|ada?s?|ados?|ará)|reconoc(?:e|en|ida?s?|idos?|erá)|accede(?:n|rá)? a|da el visto bueno|favorables?|de acuerdo|conforme con|decimos que sí|dice que sí|admit(?:ida?s?|idos?|e|irá)|autoriz(?:ada?s?|ados?|a|amos)|consiente[n]?",
            r"rechaz\w+|deneg(?:ad[oa]s?|amos|ará|ó)|denieg\w+|desestim\w+|desfavorables?|decimos que no|dice que no|inadmit\w+|se opone|oponerse|niega[n]?|negativa por silencio",
        ),
        "possible": (r"posible que|cabe que|puede que|puede ser que|tal vez", r"imposible(?: que)?|descarta(?:n|r|do|da|mos)?(?= que)|excluye(?:n)?(?= que)"),
        "cost": (r"pag(?:a|an|ar|ue|uen|ará|arán|amos)|abon(?:a|an|ar|e|ará)|cuesta[n]?|cobr(?:a|amos|ará|an|aremos)|de pago|sujet[oa]s? a (?:\w+ ){0,2}(?:recargo|tasa|impuesto)|tributa[n]?", r"gratis|gratuit[oa]s?|gratuitamente|exent[oa]s?|sin (?:coste|costo|cargo)|se libra[n]?|libre de (?:pago|cargas|impuestos)|exim\w+"),
        "liable": (r"(?<!declaración )(?<!declaraciones )responsables?|responde(?:n|rá|rán)?(?= (?:de|por|del))|culpables?|responsabilidad", r"exoner\w+|inocentes?|libre de (?:culpa|responsabilidad)"),
        "known": (r"sab(?:ía|ían|e|en|er|ía)|conoc(?:ía|ían|e|en|er|ió)|al corriente|informad[oa]s?|recibi(?:ó|eron|do)|recibió", r"ignor(?:aba|aban|a|an|ar|ó|ara)|desconoc(?:ía|ían|e|en|ida?s?|idos?)|dej\w+ de recibir"),
        "follows": (r"consecuencias|sancion(?:a|an|ada?s?|ados?|ará)|castig\w+", r"impun(?:e|es|emente)"),
        "open": (r"abiert[oa]s?|abr(?:e|en|ir|irá|irán)|despejad[oa]s?|libre de paso|accesibles?|pasar por|transitables?", r"cerrad[oa]s?|cierra[n]?|cerrarán?|bloquead[oa]s?|obstruid[oa]s?|intransitables?|inaccesibles?"),
        "counts": (r"comput(?:a|an|ará|arán|ables?|ada?s?|ados?)|cuenta(?:n)?(?! con)|contamos|incluid[oa]s?|incluye[n]?|se suma[n]?|sumamos|tendrá\w* en cuenta|tenemos en cuenta", r"excluid[oa]s?|excluye[n]?|descontad[oa]s?|dejamos fuera|queda\w* fuera"),
        "true": (r"verdad|ciert[oa](?= que)|verdader[oa]s?|exact[oa]s?|confirm(?:a|an|ado|ada|ó)|acreditad[oa]s?", r"fals[oa]s?|inexact[oa]s?|desmi(?:ente|enten|ntió)|desmentid[oa]s?|refut\w+|mentira"),
        "suits": (r"compatibles?|van juntas", r"incompatibles?|descartad[oa]s?"),
        "excuses": (r"excusa(?:n|rá)?|disculpa(?:n)?|alegar|invocar|justifica(?:n|rá)?|exime[n]?|excusado", r"injustificad[oa]s?|inexcusables?"),
        "goes on": (r"sigue[n]?(?= \w+[aei]ndo)|continúan?|continuarán?|todavía|aún(?! no)|prosigue[n]?|prosegui\w+", r"ces(?:a|an|ó|ado|ar|ará)|interrump\w+|suspend\w+|finaliz(?:ó|ado|a|an)|dej(?:a|an|ó|ado|ar) de(?! recibir)"),
        "works": (r"funcion(?:a|an|aba|aban|ó|an|e|en)|despejad[oa]s?|al día|en (?:buen )?estado|cumpl(?:e|en|ió|ido)", r"averiad[oa]s?|estropead[oa]s?|incumpl\w+|fuera de servicio|vacante"),
    },
    "ar": {
        "subject": (r"(?:ي|ت)خضع\w*|خاضع\w*|(?:ي|ت)سري على|(?:ي|ت)نطبق\w*|(?:ي|ت)طبق على", r"معفى|معفا\w*|معفي\w*|(?:ت|ي)عفى|(?:ت|ي)عفي\w*|مستثنى|مستثناة|(?:ي|ت)ستثنى"),
        "public": (r"علني\w*|علنا|(?:ي|ت)نشر\w*|منشور\w*|متاح\w* للجميع|للعموم", r"سري\w*|سرا|مكتوم\w*|مغلقة|(?:ي|ت)بقى سر\w*"),
        "there": (r"حاضر\w*|(?:ي|ت)حضر\w*|حضر\w{0,2}|موجود\w*", r"غائب\w*|غاب\w{0,2}|(?:ي|ت)غيب\w*|متغيب\w*|مفقود\w*"),
        "in time": (r"في (?:ال)?موعد\w*|في (?:ال)?وقت\w*|داخل (?:ال)?أجل|ضمن (?:ال)?مهلة|في (?:ال)?أجل\w*", r"متأخر\w*|بعد فوات|خارج (?:ال)?(?:أجل|مهلة|موعد)\w*|بعد (?:انتهاء )?(?:ال)?(?:أجل|مهلة|موعد)\w*"),
        "carried out": (r"(?:ي|ت)نفذ\w*|نافذ\w*|تنفيذ فوري|(?:ي|ت)طبق\w*", r"(?:ي|ت)وقف تنفيذ\w*|موقوف\w*|معلق\w*|(?:ي|ت)علق\w*|(?:ي|ت)ؤجل\w*|مؤجل\w*"),
        "guilty": (r"مذنب\w*|مدان\w*|أدان\w*|أدين\w*|إدانة|(?:ت|ي)دين\w*", r"بريء\w*|براءة|برأ\w*|(?:ي|ت)برئ\w*|بريئ\w*"),
        "binding": (r"ملزم(?:ة|ا)?(?= (?:لل|ل))|إلزامي\w*|(?:ي|ت)لزم\w*", r"استشاري\w*|غير ملزم\w*|للاستئناس|اختياري\w*"),
        "final": (r"نهائي\w*|قطعي\w*|بات(?:ا|ة)?|لا رجعة فيه", r"قابل\w* (?:لل|ل)(?:طعن|استئناف|نقض)|مؤقت\w*|ابتدائي\w*"),
        "for good": (r"دائم\w*|غير محدد\w*|مدى الحياة|إلى الأبد", r"مؤقت\w*|محدد\w* المدة|لفترة محدودة"),
        "paid for": (r"مدفوع\w* الأجر|بأجر|مأجور\w*", r"بلا أجر|بدون أجر|دون أجر|غير مدفوع\w*|غير مأجور\w*|تطوع\w*|متطوع\w*"),
        "passed on": (r"قابل\w* (?:لل|ل)(?:تحويل|نقل|تنازل|توريث)|(?:ت|ي)نقل\w* إلى", r"شخصي\w*"),
        "believed": (r"اقتنع\w*|(?:ت|ي)صدق\w*|مقنع\w*|اطمأن\w*", r"شك\w{0,2}(?= في)|(?:ت|ي)شك\w*|(?:ت|ي)شكك\w*|مشكوك"),
        "grows": (r"(?:ت|ي)رفع\w*|(?:ت|ي)رتفع\w*|ارتفع\w*|(?:ت|ي)زداد|ازداد\w*|(?:ت|ي)مدد\w*|زيادة", r"(?:ت|ي)خفض\w*|(?:ت|ي)نخفض\w*|انخفض\w*|(?:ت|ي)قلص\w*|(?:ت|ي)نقص\w*|تخفيض|خفض\w*"),
        "stays": (r"(?:ي|ت|ن)بقى|(?:ي|ت)بقون|(?:ي|ت)مكث\w*|(?:ي|ت)ظل\w*", r"(?:ي|ت)غادر\w*|غادر\w*|(?:ي|ت)خرج\w*|خرج\w{0,2}|(?:ي|ت)ترك\w*"),
        "speaks": (r"(?:ي|ت)جيب\w*|(?:ي|ت)دلي\w*|(?:ي|ت)تكلم\w*", r"(?:ي|ت)صمت\w*|(?:ي|ت)سكت\w*|(?:ال)?صمت"),
        "holds": (
            r"ساري\w*|سار|سارية|صالح\w*|نافذ\w*|صحيح\w*|قائم\w*|(?:ي|ت)حتفظ\w*|احتفظ\w*|(?:ي|ت)بقى|(?:ي|ت)ظل|(?:ت|ي|ن)سترد\w*|استرد\w*|(?:ي|ت|ن)عوض\w*|(?:ي|ت)سري|(?:ي|ت)ستمر\w*|(?:ن|ت|ي)عيد|(?:ت|ي)رد إلي\w+|محفوظ\w*|سارية المفعول|ساري المفعول|مفعول\w*|(?:ي|ت)سترجع\w*|مضمون\w*|معتمد\w*",
            r"لاغ\w*|باطل\w*|منعدم\w*|(?:ت|ي)نتهي صلاحي\w+|انتهت صلاحي\w+|(?:ت|ي)فسخ\w*|مفسوخ\w*|(?:ت|ي)سحب\w*|سحب\w*(?= من)|(?:ت|ي)زول|زال\w*(?<!ما زال)|(?:ت|ي)نزع\w*|(?:ت|ي)جرد\w*|ملغى|ملغاة|(?:ت|ي)لغى|(?:ت|ي)بطل|بطلان|(?:ت|ي)سقط\w*|(?:ت|ي)فقد\w*|(?:ت|ي)خسر\w*|(?:ت|ي)حرم\w*|محروم\w*|منتهي\w*|(?:ت|ي)نقضي|(?:ت|ي)ضيع\w*|ضاع\w*|(?:ي|ت)سلب\w*|(?:ي|ت)خل بـ?\w*|(?:ي|ت)مس ب?\w+|(?:ي|ت)نتقص\w*|(?:ي|ت)حول _دون|(?:ي|ت)ؤدي إلى (?:فقدان|سقوط|إلغاء)|(?:ي|ت)ترتب علي\w+ (?:فقدان|سقوط|إلغاء)",
        ),
        "granted": (
            r"(?<!مبرر )(?<!عذر )مقبول\w*|(?:ي|ت|ن)قبل\w*|قبول(?! ال)|قبلت|موافقة (?=ضمنية)|(?:ي|ت|ن)وافق\w*|وافق\w*|(?:ت|ي)منح\w*|(?:ت|ي)عطى|موافق\w{0,2}",
            r"مرفوض\w*|(?:ي|ت|ن)رفض\w*|رفضت|رفضا|رفض(?= (?:ضمني|له))|بمثابة رفض|(?:ت|ي|ن)عترض\w*|اعترض\w*",
        ),
        "possible": (r"ممكن\w*|محتمل\w*|(?:ي|ت)حتمل\w*|قد يكون|قد تكون|وارد\w*", r"مستحيل\w*|مستبعد\w*|(?:ي|ت)ستبعد\w*|استبعد\w*"),
        "cost": (r"(?:ت|ي|ن)دفع\w*|ادفع\w*|(?:ت|ي)سدد\w*|بمقابل|مقابل رسم|(?:ت|ي)خضع\w* ل\w*(?:ضريبة|رسم|رسوم)|(?:ت|ي)ؤدي رسم\w*|برسوم|خاضع\w* ل\w*(?:ضريبة|رسم|رسوم)", r"مجان\w*|معفى|معفا\w*|معفي\w*|(?:ت|ي)عفى|(?:ت|ي)عفي\w*|أعفي\w*|بلا رسوم|بلا مقابل|دون مقابل"),
        "liable": (r"مسؤول(?!ي)\w*|(?:ي|ت)سأل|(?:ي|ت)تحمل\w*|ضامن\w*|(?:ي|ت)ضمن", r"بريء\w*|(?:ي|ت)برأ\w*"),
        "known": (r"(?:ي|ت)علم\w*|علم\w{0,2}(?= (?:ب|أن))|(?:ي|ت)عرف\w*|عرف\w{0,2}|على علم|على دراية|بلغ\w{1,2} (?:ال)?(?:خبر|إشعار)", r"(?:ي|ت)جهل\w*|جهل\w{0,2}"),
        "follows": (r"(?:ي|ت)عاقب\w*|عواقب", r"دون عواقب|بلا عقاب"),
        "open": (r"مفتوح\w*|(?:ي|ت)فتح\w*|متاح\w*|سالك\w*", r"مغلق\w*|(?:ي|ت)غلق\w*|أغلق\w*|مسدود\w*|مقفل\w*|موصد\w*|ترك\w* \w+ مفتوح"),
        "counts": (r"(?:ي|ت)خص\w*|(?:ت|ي|ن)حتسب\w*|(?:ت|ي)حسب\w*|(?:ن|ت|ي)ضيف\w*|(?:ت|ي)ضاف\w*|(?:ت|ي)دخل\w* (?:في|ضمن)|(?:ي|ت)شمل\w*|مشمول\w*|(?:ي|ت)سري على|(?:ي|ت)نطبق\w*", r"(?:ت|ي)ستثنى|مستثنى|مستثناة|(?:ت|ي)ستبعد|مستبعد\w*|خارج الحساب"),
        "true": (r"صادق\w*|(?:ي|ت)ؤكد\w*|أكد\w*|حقيقي\w*", r"كاذب\w*|كذب\w*|(?:ي|ت)نفي\w*|نفى|نفت|(?:ي|ت)كذب\w*|مزور\w*|باطل"),
        "suits": (r"(?:ي|ت)جتمع\w*|(?:ال)?جمع بين|متوافق\w*", r"(?:ي|ت)تعارض\w*|متعارض\w*"),
        "excuses": (r"عذر\w*|مبرر\w*|(?:ي|ت)عذر\w*|(?:ي|ت)حتج\w*|(?:ي|ت)تذرع\w*", r"بلا عذر"),
        "goes on": (r"(?:ي|ت)ستمر\w*|(?:ي|ت)واصل\w*|ما زال\w*|(?:ي|ت)تابع\w*", r"(?:ي|ت)توقف\w*|توقف\w{0,2}|(?:ي|ت)نقطع\w*|انقطع\w*"),
        "safe": (r"آمن\w*|مأمون\w*|خال|خالي\w*|(?:ي|ت)خلو\w*|سليم\w*", r"خطر\w*|خطير\w*|ضار\w*"),
        "works": (r"(?:ي|ت)تفقد\w*|تفقد(?= (?:ال)?(?:مخزن|مكان|موقع|باب|مبنى|غرف|جهاز))|(?:ت|ي)شتغل\w*", r"معطل\w*|عاطل\w*|أهمل\w*"),
    },
}

# What says too little to tell by itself how a matter came out, but enough to answer for what does.
ANSWERS: Mapping[str, Mapping[str, str]] = {
    "de": {"holds": r"(?:können|kann|dürfen|darf) _(?:bekommen|erhalten|beziehen|haben)|bekommen sie|erhalten sie|haben sie _(?:recht|anspruch)"},
    "fr": {"holds": r"touch(?:e[rsz]?|ent|erez)|percev(?:oir|ez|ra)|reçoi(?:t|vent)|recev(?:ez|rez|oir)|(?:avez|a|ont|aurez) droit|garde[rz]?|a lieu|peu(?:t|vent) _quand même"},
    "es": {"holds": r"pued(?:e|en|es)|podrán?|cobr(?:a|ar|ará)|recib(?:e|en|ir|irá)|habrá|tiene(?:n|s)? derecho|se hace"},
    "ar": {"holds": r"(?:ما زال|لا (?:ي|ت)زال) (?:من حق|بإمكان|لـ?)\w*|من حق\w*|لك حق|(?:ت|ي|ن)سجل\w*|بإمكان\w*|(?:ي|ت)مكن\w*|(?:ت|ي)ستطيع\w*"},
}
# Matters of which much is said in the same words: told only where one word came for its opposite.
BY_OPPOSITES = frozenset(("cost", "goes on", "counts", "stays", "speaks", "within", "true", "suits", "done", "liable",
    "subject", "public", "there", "in time", "carried out", "guilty", "binding", "final", "for good", "paid for",
    "passed on", "believed", "proven", "grows"))

WIDE: Mapping[str, str] = {
    "de": r"nicht(?! nur| zuletzt| selten)|nie|niemals|niemand\w*|nichts|kein\w*|weder|noch(?=,)|keinesfalls|keineswegs|in keinem fall",
    "fr": r"(?<!\bpour )(?<!\bde )(?:ne|n['’])(?=\s?\w)(?! que|\s?(?:(?!pas\b|plus\b|jamais\b|rien\b|aucun)[\w’'-]+ ){1,6}qu(?:e\b|['’]))|ni|pas(?= (?:de|d['’]|encore|toujours)\b)",
    "es": r"(?<!\bal )(?<!\bpor )(?<!\bpara )no(?! solo| sólo| solamente| obstante)|nunca|jamás|nadie|ningún|ninguna?s?|ninguno|nada|tampoco|ni",
    "ar": r"[وف]?(?:لا(?! بد\b| شك\b| سيما\b)|لم|لن|ليس|ليست|ليسوا|لست|لسنا|ما(?= (?:ي|ت|من)))",
}
BANNED: Mapping[str, str] = {  # what denies a clause as a denial does: "accepting them is forbidden"
    "de": r"verboten|untersagt|unzulässig", "fr": r"interdite?s?|défendue?s?|prohibée?s?", "es": r"prohibid[oa]s?|se prohíbe[n]?",
    "ar": r"[وف]?(?:ممنوع\w*|محظور\w*|(?:ي|ت)منع|(?:ي|ت)حظر)",
}
NEAR: Mapping[str, str] = {
    "de": r"ohne(?: dass)?(?! weiteres| verzug| unterbrechung)", "fr": r"sans(?: que)?(?! doute| délai| retard| attendre| tarder)|non", "es": r"sin(?: que)?(?! embargo| duda| demora| falta)",
    "ar": r"[وف]?(?:ب?غير|[بل]?عدم|بلا|بدون|(?:من )?دون(?: أن)?)",
}
JOINS: Mapping[str, str] = {
    "de": r"und|oder|aber|sondern|sowie|noch|doch|jedoch|dass|ob", "fr": r"et|ou|mais|que|qu['’]|qui|ni|car|dont|afin|(?:de|pour|sans)(?= (?:ne pas )?(?:l[ea] |l['’])?\w{2,}(?:er|ir|re)\b)|(?<!permis )(?<!permet )(?<!besoin )(?<!question )d['’](?=\w{2,}(?:er|ir|re)\b)",
    "es": r"y|e|o|u|pero|sino|que|ni|quien(?:es)?|(?:de|para|por|sin)(?= \w{2,}[aei]r(?:l[aeo]s?|se)?\b)", "ar": r"(?<!يمكن )(?<!يمكنك )(?<!يمكنه )(?<!يمكنها )(?<!يجوز )(?<!يصح )(?<!لك )(?<!له )(?<!لها )(?<!تستطيع )(?<!يستطيع )(?<!ينبغي )أن|أنه|أنها|إن|لكن\w*|أو|بل|[وف](?:لم|لا|لن|ليس|[يتن]\w{2,})|لكي|كي|التي|الذي|الذين|بأن\w*",
}
ANDS: Mapping[str, str] = {"de": r"und|oder|sowie", "fr": r"et|ou", "es": r"y|e|o|u", "ar": r"أو"}
CONDITION: Mapping[str, str] = {
    "de": r"wenn|falls|sofern|solange|soweit|sobald", "fr": r"si|s['’](?=ils?\b)|lorsqu\w*|quand|dès|tant que|à condition|pourvu",
    "es": r"si|cuando|siempre que|mientras|con tal", "ar": r"[وف]?(?:إذا|إن|متى|عند\w*|في حال\w*|ما دام\w*|لو|بشرط)",
}
EXCEPTION: Mapping[str, str] = {
    "de": r"es sei denn|außer(?! kraft| betracht| acht)|ausgenommen|mit ausnahme|abgesehen von|ausnahme\w*|bis auf|vorbehaltlich|unbeschadet",
    "fr": r"sauf|à moins|hormis|except\w+|à l['’]exception|hors|sinon que|sans préjudice",
    "es": r"salvo|excepto|a menos|a no ser|excepci\w+|exceptuad\w+|sin perjuicio|sin que (?:ello|esto|eso) afect\w+",
    "ar": r"[وف]?(?:إلا|ما لم|(?:ما |في ?ما )?عدا|باستثناء|سوى|استثناء\w*|دون (?:ال)?(?:إخلال|مساس))",
}
ONLY: Mapping[str, str] = {
    "de": r"nur|erst|ausschließlich|lediglich|allein|höchstens", "fr": r"seulement|uniquement|exclusivement|(?:ne |n['’])(?:(?!pas\b|plus\b|jamais\b|rien\b|aucun)[\w’'-]+ ){1,6}qu(?:e(?= )|['’])|seule?s?|avant",
    "es": r"s[óo]lo|solamente|únicamente|exclusivamente|hasta que|más que|antes de", "ar": r"[وف]?(?:فقط|حصرا|وحد\w+|قبل|إنما)",
}
ELSE: Mapping[str, str] = {
    "de": r"sonst|andernfalls|damit|um", "fr": r"sinon|à défaut|faute de|pour (?:ne pas|éviter)|afin",
    "es": r"de lo contrario|en caso contrario|si no[,.]|para (?:no|que no|evitar)", "ar": r"[وف]?(?:وإلا|حتى لا|لئلا|كيلا|كي لا|لكي لا|حتى لا)",
}
UNTIL: Mapping[str, str] = {"de": r"bis", "fr": r"jusqu['’]\w*", "es": r"hasta", "ar": r"حتى|إلى (?:أن|حين|غاية)|لغاية|ريثما"}

# English has a file of its own.
OUTCOMES = {**OUTCOMES, "en": english.OUTCOMES}
ANSWERS = {**ANSWERS, "en": english.ANSWERS}
BY_OPPOSITES = BY_OPPOSITES | english.OUTCOMES.keys()
WIDE = {**WIDE, "en": english.WIDE}
BANNED = {**BANNED, "en": english.BANNED}
NEAR = {**NEAR, "en": english.NEAR}
JOINS = {**JOINS, "en": english.JOINS}
ANDS = {**ANDS, "en": english.ANDS}
CONDITION = {**CONDITION, "en": english.CONDITION}
EXCEPTION = {**EXCEPTION, "en": english.EXCEPTION}
ONLY = {**ONLY, "en": english.ONLY}
ELSE = {**ELSE, "en": english.ELSE}
UNTIL = {**UNTIL, "en": english.UNTIL}
TURNS = {"exception": EXCEPTION, "only": ONLY, "else": ELSE, "until": UNTIL}
# Where it may be asked whether two clauses speak of one thing: what stands for it, and what only allows it.
PRONOUNS: Mapping[str, str] = {"en": english.PRONOUNS}
MAY: Mapping[str, str] = {"en": english.MAY}
