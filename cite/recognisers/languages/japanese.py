"""Japanese: books and periodicals in 『』, articles in 「」."""

from cite.recognisers.languages.language import Language, Script

JAPANESE = Language(
    code="ja",
    name="Japanese",
    script=Script.EAST_ASIAN,
    signals="参照 | たとえば | 例えば | 詳しくは | なお | また",
    ibid="同上書 | 同上論文 | 同上 | 同書 | 同論文 | 同前 | 同前書",
    cited="前掲書 | 前掲論文 | 前掲注 | 前掲註 | 前掲 | 上掲書 | 注 | 前出",
    container="所収 | 収録",
    editors="編著 | 編 | 編集 | 監修 | 責任編集 | 共編 | ほか編 | 他編 | 校注 | 編纂",
    translated_by="訳 | 共訳 | 監訳 | 翻訳 | ほか訳 | 訳注",
    editions="版 | 第二版 | 第三版 | 改訂版 | 新版 | 増補版",
    volumes="巻 | 上巻 | 下巻 | 中巻 | 輯 | 集 | 冊",
    numbers="号 | 號",
    pages="頁 | ページ | 面 | 丁",
    conjunctions="と | および",
    others="ほか | 他 | 等",
    accessed="最終閲覧日： | 最終閲覧日 | 最終閲覧 | 閲覧日： | 閲覧日 | 閲覧 | 最終アクセス | アクセス日 | アクセス | 参照",
    doctoral="博士論文 | 博士学位論文 | 博士（文学）論文 | 学位論文",
    masters="修士論文 | 卒業論文",
    reports="報告書 | 白書 | 年報",
    places="東京 | 京都 | 大阪 | 名古屋 | 横浜 | 神戸 | 札幌 | 仙台 | 福岡 | 広島 | 金沢 | 奈良 | 岡山 | 長崎 | 那覇",
    houses="書房 | 書店 | 出版 | 出版会 | 出版社 | 出版局 | 社 | 館 | 堂 | 閣 | 新書 | 文庫 | 書院 | 書林 | 新社 | 舎 | 房",
    periodicals="新聞 | 雑誌 | 研究 | 学 | 学報 | 紀要 | 論叢 | 論集 | 評論 | 年報 | 史学 | 史林 | 思想 | 世界 | ジュリスト | 判例時報 | 時報",
    bodies="大学 | 研究所 | 研究会 | 委員会 | 博物館 | 図書館 | 学会 | 協会 | 省 | 庁 | 院 | 文書館 | 資料館 | 国会",
)
