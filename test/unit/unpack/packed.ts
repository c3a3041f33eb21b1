/** Made from text.ts with xz 5.4, zstd 1.5 and bzip2 1.0 of Debian. */

export const PACKED = {
  /** logText(12): xz -9 --check=crc32 */
  xzShort: bytes(
    [
      '/Td6WFoAAAFpIt42AgAhARwAAAAQz1jM4ALCAJxdACaYSkIBFNGFuMskQe9/nVPSuhmaDQUsVOj8SU643Bqoef4SpMR6dNQrzh0S',
      'ol8HJlRX1NaLrnwPB4oUR8J6+ANSCU9hi5Rufmn+LDMOqXzaZ3eKhJoRKsKFLDDnSjqHh1HFXx++XSFrv6rj4tX8y7cfZL9LpnUb',
      'EVwL2FHJYmuqvqx55UtAH0Pw+osXY81ddKtgCXSsgCyT54ljIACWd4TSAAG0AcMFAAANL10dPjANiwIAAAAAAVla',
    ].join(''),
  ),
  /** longText(): xz -9e, checked by CRC-64 */
  xzLong: bytes(
    [
      '/Td6WFoAAATm1rRGAgAhARwAAAAQz1jM5Vl9AyFdAB7gfOBhONr0GxNZXXXewdtiNDXzsCPqVyvYby3KussZnDyOyntl3zb2lk5p',
      'D8zmfrmW0aiyTqxF199a6rOD6+1+kr5cqpzb5GMyJD5YGNuaCVZyx/4Qoo14JvKIN8r4W0L1GeOkMe6IzIUnK0v9chu4UEIX0nFl',
      '3MMx4cmVNLO6PdakxGqg1vmn57i5nxBbt6tQHsQiVTTv1O7+QaslWy0gq5E2Zb0ZOI2CGZ8wJPdSUmthgIKPuDOlfCBpvwHe4sZL',
      '9bSkIZtGTbDU+T5uvQA5sIKE4RORWLKU3UzcrfboAz1G2nFlDn38Db51UI/EDNRNkrVzoMKZEETLQfxX84Va4ASkbjJ3kOhw4IGY',
      'gEHYFFQQZAPZc/Ooh0WtaNWuqBHdKceiOFcuQPXCkVe5u3vgY7SkqIJt5V7FxkH4DzZ8yzLGQxM7d4jqXv6boWMq9L1CgEotmtii',
      'uNMqSCc9EP6dtQKlPVUJYPgHpV2ThQj91HfSslvrL+4gR5aVQYauS4AWAfQWRH8uTz+jdcXl9iuTCcyYKD2xvmCkTNcqqLtbpuYL',
      'QepfBqke0U53nvRz7mXbHtV+meSbJ/nafU6K+sPQbr88FPErVce4e3PS0JrvQpu6nYEqT1YTaL2vG5NQOhfWNZNf4t3USn8b3fhv',
      'zFgYOdS5p9LqUTmVHCdEi3Xo2IOne+h4vbKtm1TifpEdn5ayL1oKmBDKVcEQ04cZIXu/WlehwrJdGWkXJd7X7qdGMS3k4N1X9Scm',
      'AiDvSoR+tGmLZ1z6rnFrlyvjzAicZ6jfjDH7fTg3JLDLvhj/tQRBguCav+t7kX7d3xmDi8xNMyatvUOWcsDPkPvezjlY6uVKSy9Z',
      '21ACgactdoqDmtwCsOvpDxA8FJBOomrxk2Y7X832BJa/vXKt0AOaw/NM5Ajm2GabPBKteCn2wfBIjpKBrKRgGfu1zywmx7EmGPPL',
      'KRjvO6CzEzQvGYq9DpAzg+6omC3QUdw+T8Dknsaonh6Ozm+maKzywnY5eqPsmCBJMKN3fCf0KnkIg/o8vpisgYWRIOgOFrE7bLb9',
      'WysXUoK8AAAAAACWGVQuKTdQaQABvQb+shUAKIyXfbHEZ/sCAAAAAARZWg==',
    ].join(''),
  ),
  /** logText(12): xz --block-size=400 --check=sha256 */
  xzBlocks: bytes(
    [
      '/Td6WFoAAArh+wyhAgAhARYAAAB0L+Wj4AGPAHRdACaYSkIBFNGFuMskQe9/nVPSuhmaDQUsVOj8SU643Bqoef4SpMR6dNQrzh0S',
      'ol8HJlRX1NaLrnwPB4oUR8J6+ANSCU9hi5Rufmn+LDMOqXzaZ3eKhJoRKsKFLDDnSjqHh1HFXx++XSFrv6rj4tX7dxc74dkAANyW',
      '5+v/Z1j3/BKKwSR8yPOHfmvMNeLXpkhYSSY42KYMAgAhARYAAAB0L+Wj4AEyAGtdADGbCkOX8BJwDUN3l/q5RnzncX6jN/sB8E8G',
      '2a2OUWX5SUJ0V8z507dmBGDj78otG172QDBzaVEvKqohXM0xf+yQJQW7bLGkvc7i55j3Pf1U5S1Y+tPn7TiD9JLEC8oAOzu39Tqt',
      'f7cSAmAAAAD+lB9wopzxY85OfbOqXf6+fYuFHyfhO7KksWI1PH3ExwACqAGQA58BswIAAJg3Nk0TOoPXAwAAAAAKWVo=',
    ].join(''),
  ),
  /** logText(12): xz --x86 --lzma2, a filter for programs */
  xzFilter: bytes(
    [
      '/Td6WFoAAATm1rRGAgEEACEBFgANhjUf4ALCAJxdACaYSkIBFNGFuMskQe9/nVPSuhmaDQUsVOj8SU643Bqoef4SpMR6dNQrzh0S',
      'ol8HJlRX1NaLrnwPB4oUR8J6+ANSCU9hi5Rufmn+LDMOqXzaZ3eKhJoRKsKFLDDnSjqHh1HFXx++XSFrv6rj4tX8y7cfZL9LpnUb',
      'EVwL2FHJYmuqvqx55UtAH0Pw+osXY81ddKtgCXSsgCyT54ljIADnVGnCQeg8ngABuAHDBQAAdu+farHEZ/sCAAAAAARZWg==',
    ].join(''),
  ),
  /** nothing: xz */
  xzEmpty: bytes('/Td6WFoAAATm1rRGAAAAABzfRCEftvN9AQAAAAAEWVo='),
  /** logText(12): zstd -19 */
  zstdShort: bytes(
    [
      'KLUv/QRo1QQA0sYWGICrDuA3h+3tECF4cpBrEo0gRMrSKZcNGED61Z44Wzqf2IxCsKU+DNfXTlwESM6W6pz4nPQ1H1CsS0P4TG3H',
      '7t54i5K4QMbpGsLoAqSJdDox0d2229jqukqkCBugIPKCVOvfASBDqdoBW5TkommQo93Ud07kAOoyad4bf0/XUUe86+VH3m0N3b7O',
      'wfcAEGo6A+DO2uWRAlKC2gk=',
    ].join(''),
  ),
  /** longText(): zstd --ultra -22 */
  zstdLong: bytes(
    [
      'KLUv/QSInBEA5tMzGnBNc3HuiN+GQGrwCvUAQY2WNpEpoT/6v3VFNQAvACUA9V3jT8Hc9ClsWSLNCQyI2IJCYSwSgcY0CbYsTCJw',
      'eEyugTCLQxQgChZe6rUDAYDXtMPjBoP2QeOqQr/GGkxDpIV6jhWFaQtLty/Wb/OwqrfSNRGGORhqpSxCPQWDMMqRtIa1DIiYzf+5',
      '7jZ9zJWK6vn0Jz/zvaP95MM+X3wXWv2YFGp97Kbr2wH///+2bdt227Ztl0ro5F1AV6uOEZ33HOf5QT8v96Ti8UKjWk8ogK2oUZhY',
      'kkL7d+AkEhohzhwiEAQaCAZDETA4OEFC8AkBS2AxQhAb8coHRNm1yrXnWuza4Fp07V2LXBtdy64d1/KujWvNte1a0LXlWqtr7xF5',
      '19ojEq6tR+RdS49Iu3YekeBaeUTatfGIzLXwiLy59h2RfK074lpbrQ1b29ZKa/nWZmuttd1ajEbbZUSD8fg9dyKsAw7Xl9kTpSUN',
      '9+GTD1T1058xerYgq+BnFftG3UDkJFKiGFuvvnT/GxmoykSP3AF2SfLMdEnx73Y5/DeuCMBt9YDnpoloqPkIoImBtM+0IYQ8QX/n',
      'nQTMXYeCWLC4K8isy2PwepKeNL02HUZdC5F+ZSqVahB5Wp8YA2A93xZB2g73Jb+N60yoGxRO8Sa5RSnc5qm7Nhu0E5U/n5JyWucE',
      'cxwHsaUTBw5g7SFMPZkCdc1kzTi0uzkvxG+u8wp4G3L/pxdqAn52ZQrI2NANpwq0AgBCQgQG4DmZEgUHSZL//1dV1aqqQiakMD7g',
      '9zsvinKta13rWte61rWudS3Xuta1rnWta13rWtdyLde61rWuda1rXeta13Kta13rWte61rXkWnxoWLbpBgUCAILBAgXwOTIBAVVV',
      '9T9AGtgAEP7//18R+AGmda1rXeta17rWta51Lde61rWuda1ru9a1ruVa17rWta5t10YQCUCuEEVf',
    ].join(''),
  ),
  /** logText(40): zstd --fast=5 */
  zstdFast: bytes(
    [
      'KLUv/QRIdRYA1CFNYXIgMTcgMDk6MDA6MDAgaG9zdCB6cGEtY29ubmVjdG9yLWNoaWxkWzEwMDBdOiB0dW5uZWwgMjQKTWFyIDE3',
      'IDA5OjAwOjAxIGhvc3QgenBhLWNvbm5lY3Rvci1jaGlsZFsxMDAyXTogY29ubmVjdGVkIDM0CjIgaG9zMTIzIGhvczIxCk1hcjQg',
      'aG9zMV06IHJldHJ5IDI0NSBob3MyXTogY2xvc2VkIDE2NiBob3MxXTogYzQKTWFyNyBob3NlZCAyOTggaG9zMl06IHRpbWVvdXQg',
      'NzkgaG9zMl06IGMxOApNYTEwIGhvNApNYXIxMSBobzMyIGhvczEwCk1hMTMgaG8xMTE0IGhvMV06IGVucm9sbGVkNSBob3M1Ck1h',
      'cjE2IGhvMTE5Ck1hNyBob3MwXTogYnJva2VyIDM2Ck1hcjggaG9zOSBob3Nicm9rZXIgMjAgaG8yMSBob2Nsb3NlZCAzNQpNMjIg',
      'aG8yNQpNYTIzIGhvMjI0IGhvMTIKTWEyNSBobzIxMQpNYTI2IGhvOApNYXI3IGhvczAzMwpNYTggaG9zMjkgaG9zdGltZW91dCAx',
      'MzAgaG8zNApNYTMxIGhvMDI3Ck1hMzIgaG8xMjAKTWEzMyBob2VkIDE1MzQgaG81IGhvczI3Ck1hMzYgaG8yOQpNYTcgaG9zMzQK',
      'TWEzOCBobzAxNwpNYTkgaG9zdHVubmVsIDcKaqjhpCAeFBQky74BQGNmVA8RIAQIREAYjxHjTCCxaWsDdNN2b8A3ASq8tPDQJkiR',
      '4RHb00daQQChD0Af4gx2PfeuqXEWrHNBK78MBGNBSBdIoLm9kKF+bllZmQi3EvhFXlxnkO381ULqwg3YzsQ6ZbPj7PJcduQeC+m7',
      'RnXnm66IZKcAu2aMVZ7TaAk3hnZYzSc6nYMGxEx7oXGkmV63am7uiy2P+HkJIPzKWwd1FRD+MuQ=',
    ].join(''),
  ),
  /** logText(12): zstd -3 --no-check */
  zstdUnchecked: bytes(
    [
      'KLUv/QBYZQUAQkcYGnDHOsWxlEFMxlhQ9xVc3blGiE0kvgZAF84LxPlR/rhKjoW3g+VQmpBh3Mk2jwEYYFzoxY6uR6/HyXoxPYHU',
      'zDpXiF4sMy9ImEVpBXyxrXOvFQjh4Ng8xZkrc6l0uiESCB8ALcsA4EYgM4DZQG7tJRu4GXScrHaBW0DHsVUEcA507prGNm3AfWGm',
      'Y3DY23gS3AL9bMZg4JavugMHg1sAgQgVMgL31S4rKA==',
    ].join(''),
  ),
  /** nothing: zstd */
  zstdEmpty: bytes('KLUv/SQAAQAAmenYUQ=='),
  /** logText(12): bzip2 -9 */
  bzip2Short: bytes(
    [
      'QlpoOTFBWSZTWdHrogoAAJpfgAAQQAJ/8AACAAouZ94wMADpjCUhGRhBoAABEkmoAANAACJUmanogBo0DIGuHOXWqMIsWCYHIIo1',
      'PVh5MC+EZPohOxtlrw0g7QcQdGW8BgNSDIkXgDSOvCsOYMurYZIESSXzzJbAqVQNSWiOIM1AxTEHmDSkkJCFugOQOQOAEB8IPcHN',
      'A+GLIWGnX2DeDmDS80BuZVQ+IH0tQKA7WoNfwPoGoOzXYrfvBwS6AlSxo2TAT8XckU4UJDR66IKA',
    ].join(''),
  ),
  /** longText(): bzip2 -1, four blocks */
  bzip2Long: bytes(
    [
      'QlpoMTFBWSZTWZg5PkcAVl9fgAAQQAJ/8gACAAo+b94wYAePAAAAAAAD6RAEapptE/VGgAAABhkYE0wJkMTRgYZGBNMCZDE0YGGR',
      'gTTAmQxNGAmqKBEgSPUbSAYIJqqjQRgEYQZGENRAGwiY58hlmg8lhJJKqqqpRqBAHBAHhANR0jEe0do7Rwj0j2j1I9o8R6kco4Eu',
      'Eco9o9I8R2jEeqPdHFHqjijij1RtG1Hqj1RzR5R1R5RtHFG0dUd0cUe6j1R3R3R5R6oz9v1R+KNo+Akmf7ozEZyj+KNh0jlGw5oz',
      'hHNG7RmIzKOCUTdRnKOUbwjaN5UbRvKMYjVG6jCOaOaN1JZijijKNRtGo4oyjmjdRiMoyjaOeEZiM1G0bDmjNRn9USO0faj3R9KP',
      'lR9KOKPpR1R2jpHSPrR1RiNo+1HKPSPSPtRiPKOkekdUbR2jtR6oxHVHtHiO5HiPaPVHSNo5oxHCOUeke0d0eI9VHVHSPdHSO6NR',
      '2jmj7o+UqqfMJJ+QST8BJPv7+2I1GqMoyjKPij6o+SOkfajtHwjgJJgSTqipiMCSxGUhWEp4Ek0hVXdHPHUNRtGUd0c0ajlHSPKO',
      '4eI/MJJsjUZUWIyRiMkYjEYjIYjKkJiMhiMIxHISXffMNEvKNoyjlHqjpHSPVHcS8RkMRmIzEYJYjBLEZiMUYjMRiSxHdIVz1zDx',
      'HCMo2jaPKPKOaOEdI7R4jyjKMoyjFGUZKMoxGUYoyksqMo554xHSMRwjhHFJbRxRqNR3R2jyjpHlRV1vmIxHiNRxRlHlGo7o4RzR',
      '4jyoq6581HSNRlGUeUdo4o5R0jyjd7hlRtG0ZUhNR0jujqjujrvvUajijqjhHKOqO0d88oyRlHdRlHVHCO6O0co6o0JJ+AkmI+oS',
      'TJSk+qPp/eiifcJJ8I9oyjFGUZRiO0bRqMRtRqMqMUbI2jaNRkSxGRLajaNoxGUbRiNqMUZRiMRiMo1GKNRiMRiNlGUfsEk/SqJM',
      'R9UKv0CSYiFWIJJ91VKXwEk7VRD86NR+6NoxRkjaMUaqMRijFGI2jEcQVdpLupTuhVuIq/QkmQJJ2CSeqlPCFWmCrwEk1JLBJZ5C',
      'sFKaYUVYVRD+IKu0l8Shd1RD0Ek9SFewknSlP5CSfJGyj/wSTCS+Akm8EVfyhV80lwj2RV0pA+XzoysRmIxMUZWIysRl+QST6Kqr',
      '2pTAknwRVsFXkFXilOyKuAkn/zFBWSZTWRGGIWYACXFfgAAQQAJ/8gACAAo+b94wYAevnwAAAAAABSlFCNUAf6qAAAAAwyMCaYEy',
      'GJowMMjAmmBMhiaMDDIwJpgTIYmjATVJGSKE9FGj0QGNTQKVKn6k9MoaAAAaCKBMlJNE9GQySxzAAAAAAOpmSfZkoGZXIVkrBW8r',
      'YrYrJWpWxWorYreVqK3FZJMlbititSvKOUZR6o9o6R6R0jpHpGkakekekdo8RtHiNI6RpG0cR0j3I9I4jiPEekftR90fwj5BJP9q',
      'O6P/I7o3R3RqjtHVHaMiWiqj65UpNUbo7o1RiOlGI6UYoyjajtHaNaCrOkZaRiNI1rKOqMR2jrVGdUaRppHSOqOpZRlWqNI1R2jV',
      'H9USPKPsj2j4R9EfCOkfCNo5RtG6PqjaMo0j7I7o9UeqPsjKPEbo9UbRpHKOKPSMo2j3R5Ryo8o90ekbo0jtGUdUd0eqPaOI8o9S',
      'No3R7RujiNUco7R+aPnKqnwEk+wST9AknPPy90fnR9VGIxGI7R9Uco3RxHKPkjoJJgSTZSmIxSSyjChWUqeBJNSqVXIeeeUeUcRi',
      'OkbRqjujiOI5R5R9wkmlGqMpLKMUZRijKMRlGUZRikJlGUZRlRlHakl5v1uj1SXaNIxG6O0eqN0cRyJeUZRlJZEsoxJZUZIyowSy',
      'jhQrzvzdHVHKMRpGkdI7R2jqjyjlHPKMhiMhiMkYjKRiMRiMkYjMRmIwjEbuecR1RlHlHKOolpHSNI1RtHlHEbo54jMRmIzEZiMx',
      'GYjMRmIzEec3ujdHdGqPEYjaNUbR1R2jyjniMxGYjMRmIzEZiMwS6855R1RujEYjtHKOkd0eUch1vlHcjaNIypCao5R2jiOQ1ujl',
      'HSOkdUco2jlGt71RuoxHUjEbR1R2jdHdG0aCSfoEkxHwEkyUpPhH9yUT8wknuj1RiMUYjEZRujSNUZRqRqjJGKNVGkaRqjEliMSW',
      'pGkaRlGI0jKNSMUYjKMoyjEaoxRqjKMoyjRRiP4CSfrCSYj8ioedUksJUMVSS9gIr9Qkn71RD7o1R+KNIxRlRpGKNFGIxRijKNIw',
      'VmVDRScVC4yoelVD6oknYST9wknuKn4Qq+aFX4CSfSJdRLxQrqKnzKKGQpV+yoaKTmoqaCIegknpQr2Ek3FT+QknzRqUftCSYSXy',
      'CSdAq/lCr6RLaPYKt1IH0VDomCsCwV11SS4QDZSmBJPkCrSFXiFXkVPAVdBJP/mKCskymsmzZsnwArRi/AAAggAT/5AAEABR837x',
      'gwA7vAAAAAAAAAAwyMCaYEyGJowI1QB/qoAAAADDIwJpgTIYmjAwyMCaYEyGJowE1SQTEoaieozUMmZEMMjAmmBMhiaMH2ZKWaF6',
      'KMklmAAAAAAcZmSeTJPpknUdoxHpHaO0bI6R2jqR2j0jqRujYS2RujtHSPSOUYjpHaNqOqNqNqOqNUaqOqOqN6PVHFHqjVG1GqOK',
      'OaNqO6jqjmjmj1R1Rr+EfpR96PAkn7KN0f1RujhG6NI3o2RvRiS0SiYjdGyNtkao0oyjNlGlGI3Ubo3oyFW1GUbI1RqjZGUb0YjS',
      'MoyjVGpG9pGqNCt6MlpGT/EJHKPijuj50eUfOjZHzo4o5RxRwj6UcUYjVHwjdHSOkfFGI9UcI6RxRqjlHKjqjEcUdo9I5kekdo6o',
      '4RqjejEbI3R0jujmj0jqo4o4R3RwjmjSOUb0fWj2qqnyCSfkEk/UJJ579+0fVHwoyjKMoz50fSj6I4R8UcI+dGwSTAknFFTKMqiW',
      'IwoVhKegkmiFVc0eeedI6R6oyjuj0jSN0dUeUco8R+gSTSjSMEsRijEYoxGUYjEYjBQmIxGIyRiM3qiXv373R2JeUaoxHKPdHtHC',
      'PdHMS8RiMEsSWIyJZIxRkjEliOShXnnnCPEdIyjVGqPKO6N6NkeI7R4j1RiMoxGKMoxUZRiMoxRlJZUZR555zR1RiOkekbJLVG1G',
      'qNI7o7R5Rwjyoq8883R4jxGkeUZR5RpHdGyN6PEeVUesozKPPOkco4RlGUd0ekbUbo6R3RzLrrSN1HFGqMqQmkekdUeqOqOZa666',
      'RujijmjZHSPVHSOZrrrhHMjKOqjKOKNkdUdI3RxRoJJ+oSTKPzCSYUpPzo/1SXWCFPqEk0jpGUYoxGUYjhGqNIxGqjSMqMUakao1',
      'RpGRLKMiWlGqNUYjKNUYjVRijKMRiMRlGkYo0jEYjEaVGUfcJJ9qokyj4gq+wSTJCrAkn/QKl9gkn8hIf7o0j8I1RijJGkYo0qMo',
      'xRijEaoxGyFXMS+6lPvBV+xFX8BJNwkn8hJO1KfiCr2hV+AknyiW0S9SFbKU90UVbBIf0hVzEvKQuQkOgknUhXYSThSn9hJPdGpR',
      '+KokyiXgSTYir+4KvlEuKOyKuFIHyol8qYjKr8gknzqqrtSmBJPCKtIVekKvSlOSKtgkn/zFBWSZTWbbIbz8AI2BfgAAQQAJ/8gA',
      'CAAo+b94wUAYcAA9AABQpJAwyMCaYEyGJowMMjAmmBMhiaMDDIwJpgTIYmjATVJA0ogoyMQaMmmClUiekeFDRoADE05H0+Pn6cb6',
      '9+Pn6e++80dx5Go6jI9juO44jcexuj2PI3RzHElxHMexuPI7jI3HscRscDgbGhqGxscjwdDwaHA0Oh2OB7DY7HY8Gx/2PyH7j4Ki',
      'f7RzH8DmOo5jUcjiORlFpUJkcxxGowcUYOKMRkco5jkYpXAwcRoajiMHIyNRgwaGqMjBzHI1Go/ChHcfcbH1HyPqOI+o6HcdR1H2',
      'HQyND7xzG43H3GR4Oo3HQ0O47RsZHQ9jyO6PI9jY6jQ5GRxHMbj2Ox5G4dDqPR1HY1Hccj8Y0qC1oUt9Cl60KWPYrgrvRgwYPgfa',
      'PmOo+47j5jgqJhUTpFMjKiWRkCslTwqJqqKrsb7juOhg8HUajmO42O43H5FRNI1GSWRiMjEZGDIyMjKqoyMjIyjI5qJe8R5JbGhk',
      'cx6PY6j0dktxkZJYSyMJZRiMoyiyO4Fb4jcdxg0NDY8HI4jceRuPBkYMjEYMkYMjBiMRZDBvmO4yO46jii0OBoajweRsdRuJW9Ru',
      'NxqNjBsajwcRyNxuJX298jqPYwYPR5HA5jceje9xyjoaGQR/bFUnEbj0bHo998j2OR2OI3Hg3Hdeb6jujBuGDwcRsbjmOhuXBUT8',
      'yomSyoUsJJLerQKlwoUs1ZRgxGRgyOo0NRkahqMhiNUaGhqMJZGEtI0NDIwaGRqGIwZGRkYNRiNRkZGRqRg/cqJ+kilgrMI9qFLC',
      'CMKFL5lFL9Con7JQfmNR/6NDEZRqMRojIxGIyNDI4qo3UnIi5BHxRH7QpdVClxoUsiLmEaBHOhS1pXBLwFcUp8pCrhKD+KpXZL4I',
      'XaUGyomwV6VJYkXShS0VsSuKFLBSZ0KW2iOgRrSYqyojFAGpFqrfQpdqBkRYUKWdEbAjrCOsi3URtoUv8XckU4UJBdwKrnA=',
    ].join(''),
  ),
  /** 70,000 times `a`: bzip2 */
  bzip2Runs: bytes('QlpoOTFBWSZTWcXaL2IAAIkBgKAAAAEACCAAMMwFKaZENiiHi7kinChIYu0XsQA='),
  /** nothing: bzip2 */
  bzip2Empty: bytes('QlpoORdyRThQkAAAAAA='),
  /** a tar of `logs/messages` (logText(12)) and `logs/old` (`old`): bzip2 -9 */
  bzip2Tar: bytes(
    [
      'QlpoOTFBWSZTWUSHduQAAV9fgMkQQAL/8AACCEpu594wCAgwAUba22EkgmjVP1TwptCMADTIgiijVPao8ptGkAGAE09AqiU2poj0',
      'nqZpBgnqDDSHzLhMJEERSBmQXUyLyYVjr3EkkwnTgX1uwbHVi+Y8FWUBMdjRwZ/oF1Pu2cKYXVXXzD6BXkYkej2XLkweGCg0yOHG',
      'xFSJqRWaUGYTCSC2WyCoMo11Usp+gzPvd4mRItBhmxLByeJmsePmbn0aMalVI1vZooawmSgCgSmawjsBj2BhS7P8Uk+Qa1iIIgg8',
      'LTsD67nyRiReJI/IGKRJGUC1bEyoy6t06aHoFQFmCsoRNAWHWtPztSCpAezAhukgLwbXAHDMHEXyBxupka6NkA+bYLel0EVotfy3',
      'CwjCD/F3JFOFCQRId25A',
    ].join(''),
  ),
} as const;

function bytes(base64: string): Uint8Array {
  return new Uint8Array(Buffer.from(base64, 'base64'));
}
