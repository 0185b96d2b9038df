//! Words that hold sentences together. A query does not insist on them, for hardly a text is without, nor do they make
//! one text better than another. They are indexed all the same: a phrase needs them.

/// Those of each language, folded, between spaces.
const ALL: [(&str, &str); 13] = [
    ("en", ENGLISH),
    ("uk", UKRAINIAN),
    ("ru", RUSSIAN),
    ("de", GERMAN),
    ("fr", FRENCH),
    ("es", SPANISH),
    ("it", ITALIAN),
    ("pt", PORTUGUESE),
    ("nl", DUTCH),
    ("pl", POLISH),
    ("sv", SCANDINAVIAN),
    ("da", SCANDINAVIAN),
    ("no", SCANDINAVIAN),
];

/// Those of a language.
pub(super) fn of(code: &str) -> impl Iterator<Item = &'static str> {
    let known = ALL.iter().find(|(known, _)| *known == code);
    known.map_or("", |(_, words)| words).split_ascii_whitespace()
}

/// Those of all languages.
pub(super) fn of_any() -> impl Iterator<Item = &'static str> {
    ALL.iter().flat_map(|(_, words)| words.split_ascii_whitespace())
}

const ENGLISH: &str = "a about after all also am an and any are as at be because been before being between both but by \
    can could did do does doing for from had has have having he her here hers him his how i if in into is it its just \
    me more most my no nor not of off on once only or other our out over own s same she should so some such t than \
    that the their them then there these they this those through to too under until up very was we were what when \
    where which while who whom why will with would you your";

const UKRAINIAN: &str = "а або але б без би був була були було бути в вже від він вона вони воно все всі втім де для до \
    є ж з за зі і із й його її їх коли кому крім ли лише ми на над наш не ні ніж о об ось отже під по після при про \
    саме свій свої себе та так також там те ти тим то тобто того той тому тут у усе усі хоч хто це цей ці цього цю ця \
    чи чого чому ще що щоб щодо я як яка який яких які";

const RUSSIAN: &str = "а без более бы был была были было быть в вам вас весь во вот все всего всех вы где да для до \
    его ее если есть еще же за здесь и из или им их к как ко когда кто ли либо мне может мы на надо наш не него нее \
    нет ни них но о об однако он она они оно от по под при с со так также такой там те тем то того тоже той только \
    том ты у уже хотя чего чей чем что чтобы эта эти это этот я";

const GERMAN: &str = "aber als am an auch auf aus bei bin bis bist da das dass dem den der des dich die dies diese dieser \
    dieses doch du durch ein eine einem einen einer eines er es fur hat hatte ich ihr im in ist ja kann mehr mit nach \
    nicht noch nur ob oder ohne sein sich sie sind so uber um und uns unter vom von vor war waren was wenn werden wie \
    wir wird zu zum zur";

const FRENCH: &str = "a au aux avec c ce ces cette d dans de des du elle elles en est et eux il ils j je l la le les leur \
    lui m ma mais me meme mes moi mon n ne nos notre nous on ou par pas pour qu que qui s sa se ses son sont sur t ta \
    te tes toi ton tu un une vos votre vous y";

const SPANISH: &str = "a al algo como con de del desde donde el ella ellos en entre era es esa ese eso esta este esto ha \
    han hasta la las le les lo los mas me mi muy no nos o para pero por que se ser si sin sobre son su sus también \
    te tu un una uno unos y ya yo";

const ITALIAN: &str = "a ad agli ai al alla alle anche c che chi ci come con cui d da dal dalla degli dei del dell della \
    delle di e ed gli ha hanno i il in io l la le lei lo loro lui ma mi ne nei nel nella non o per piu quella quello \
    questa questo se si sono su sua sul sulla suo tra un una uno";

const PORTUGUESE: &str = "a ao aos as com como da das de do dos e ela elas ele eles em entre era essa esse esta este eu \
    foi ha isso ja mais mas me mesmo muito na nao nas nem no nos o os ou para pela pelo por quando que quem se sem ser \
    seu sua tambem te um uma voce";

const DUTCH: &str = "aan al als bij dan dat de der deze die dit door een en er ge had heb hebben heeft het hij hoe ik in \
    is je kan maar me meer met mijn na naar niet nog nu of om ons ook op over te tot uit van veel voor want waren was \
    wat we wel werd wie wij worden ze zich zij zijn zo zou";

const POLISH: &str = "a aby ale ani bez bo by byc byl byla bylo co czy dla do gdy gdzie go i ich ile im jak jako je jego \
    jej jest juz kto ktora ktore ktory lub ma mi mnie moze na nad nie niz o od on ona one oni po pod przed przez przy \
    sa sie tak takze tam te tego tej ten to tu tym u w we wiec z za ze";

const SCANDINAVIAN: &str = "af alle at av blev bli de deg dem den denne der det dette dig din du eller en er et ett fra \
    fram for for fore ha han har hon hun hva hvad hvor i icke ikke in inte jag jeg kan man med meg men mig min mot ned \
    noe nu og och om op opp pa sa se seg sig sin skal ska som til till uden under upp ut var vi vid vil vill";
