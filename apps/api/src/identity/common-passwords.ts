/** Owns knowing passwords that are guessed first: a common word or a walk over the keyboard, with digits and signs. */

/** Words that people choose, without the digits and signs that they put around them. */
const words: ReadonlySet<string> = new Set(
  `aaron abcdef access account admin administrator adminadmin alexander alexis amanda america andrea andrew angel angels
  anthony apple arsenal asdf ashley august austin autumn babygirl badboy banana barcelona baseball basketball batman
  beautiful blink bailey biteme bonjour boss brandon buster butterfly camera change changeme charlie cheese chelsea
  chocolate christian chris computer cookie cooper corvette cowboy dallas daniel database david default demo diamond
  dolphin donald dragon eagles einstein elizabeth facebook family ferrari fishing flower football forever freedom
  friend friends fuckyou fuckme fucker gateway george ginger girl golden golf google guest guitar hahaha hallo hammer
  hannah harley hello helloworld hockey hottie hunter iceman iloveu iloveyou internet jackson james jasmine jennifer
  jessica jesus johnny jonathan jordan joseph joshua junior justin killer kitty lakers letmein liverpool login lol
  london looking love loveme lovely lover loveyou lucky maggie manager manchester marina market martin marvin master
  matrix matthew maverick mercedes merlin michael michelle mickey mickeymouse midnight money monkey monster morgan
  mother mountain mustang mypassword myspace naruto naughty newpassword nicole nothing office oracle orange pass
  passw password passwort peanut pepper phoenix player please pokemon porsche power prince princess private public
  purple qwert rabbit rachel rainbow ranger raiders realmadrid richard robert rocket root samantha samsung sample
  scooter secret secure security server service sexy shadow shadows silver single slipknot snoopy soccer sophie
  spider spiderman spring starwars startrek steelers stephanie steven summer sunshine super superman superstar
  superuser support sweet system taylor temp temporary tennis test tester testing testtest thomas thunder tiger
  tigger tinkerbell trustno trustnoone twitter united unknown user victoria victory warrior welcome welcometo
  whatever william wilson winner winter wizard yamaha yankees yellow
  aini aiwoba baobao baobei caonima chengshi dashabi fuwu gongsi guanli guanliyuan hahahaha jiayou jintian kaixin
  laogong laopo mima minzheng nihao nishishei renmin shehui shengri shijie tianshi tiantian weixin wangluo woaini
  woaiwojia woaizhongguo wobuzhidao wodemima woshishei xiaoxiao xingfu xinxi yonghu zhengfu zhengwu zhongguo zhongwen
  zhuren ziyou`
    .split(/\s+/u)
    .filter((word) => word !== ''),
);

const keys = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm', 'qazwsxedcrfvtgbyhnujm', 'azertyuiop', 'qwertzuiop'];
const walks = [...keys, 'abcdefghijklmnopqrstuvwxyz'].flatMap((track) => [track, [...track].reverse().join('')]);

/** Fewest letters that are a walk. */
const SHORTEST = 3;

/** What is written for a letter inside a word. */
const disguises: Readonly<Record<string, string>> = {
  '@': 'a',
  '4': 'a',
  '3': 'e',
  '1': 'i',
  '!': 'i',
  '0': 'o',
  $: 's',
  '5': 's',
};

/** Whether it is one of the passwords that everybody would try: digits alone count among them. */
export function isCommon(password: string): boolean {
  const text = password.normalize('NFKC').toLowerCase();
  const middle = text.replace(/^\P{L}+|\P{L}+$/gu, '');
  const undisguised = [...middle].map((character) => disguises[character] ?? character).join('');
  return [text, undisguised].some((each) => isWeak(lettersOf(each)));
}

const lettersOf = (text: string): string => text.replace(/\P{L}/gu, '');

/** Whether letters are nothing, one letter, walks, or a single word, perhaps again and again. */
function isWeak(letters: string): boolean {
  const rest = withoutWalks(letters);
  return rest.length < 2 || words.has(letters) || [...words].some((word) => isRepeated(rest, word));
}

const isRepeated = (text: string, word: string): boolean =>
  text.length % word.length === 0 && word.repeat(text.length / word.length) === text;

/** What is left when walks, and runs of one letter, are taken out from left to right, the longest first. */
function withoutWalks(letters: string): string {
  let rest = '';
  for (let at = 0; at < letters.length; ) {
    const length = walkAt(letters, at);
    if (length === 0) rest += letters[at];
    at += Math.max(1, length);
  }
  return rest;
}

/** How many letters from a place on are a walk; 0 where none begins there. */
function walkAt(letters: string, at: number): number {
  const longest = (length: number): number => {
    const next = letters.slice(at, at + length + 1);
    const goes =
      next.length > length && (isRepeated(next, next[0] ?? '') || walks.some((track) => track.includes(next)));
    return goes ? longest(length + 1) : length;
  };
  const length = longest(1);
  return length < SHORTEST ? 0 : length;
}
