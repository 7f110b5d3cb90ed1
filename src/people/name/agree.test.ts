import { describe, expect, it } from 'vitest'
import { type How, isOneName, nameAgreement } from './agree.ts'

type Case = [one: string, other: string, how: How]

describe('one name', () => {
  it.each<Case>([
    ['Jürgen Müller', 'Juergen Mueller', 'same'],
    ['Jürgen Müller', 'Jurgen Muller', 'same'],
    ['Mueller, Jürgen', 'Jurgen Muller', 'spelling'],
    ['Søren Sørensen', 'Soeren Soerensen', 'same'],
    ['Åsa Ångström', 'Aasa Aangstroem', 'same'],
    ['Łukasz Żak', 'Lukasz Zak', 'same'],
    ['Nguyễn Thị Đặng', 'Nguyen Thi Dang', 'same'],
    ['Weiß, Anna', 'Anna Weiss', 'same'],
    ['Dr. Vera Holm', 'Vera Holm', 'same'],
    ['Vera Holm, PhD, MBA', 'Prof. Dr.-Ing. Vera Holm', 'same'],
    ['Vera Holm (she/her)', 'Vera "Vee" Holm', 'same'],
    ['Vera Holm Ph.D.', 'Vera Holm', 'same'],
    ['Tom Berg Jr.', 'Tom Berg III', 'same'],
    ['Vera Holm, MA', 'Vera Holm', 'same'],
    ['Liqiang Ma', 'Liqiang L. Ma', 'same'],
    ['Dr. Chunlin He', 'Chunlin He', 'same'],
    ['Ma Jun', 'Jun Ma', 'same'],
    ['Liqiang Ma', '马立强', 'same'],
    ['Maria de la Cruz', 'Maria Cruz', 'same'],
    ['Jan van der Berg', 'Jan Vanderberg', 'same'],
    ['Jan van der Berg', 'Jan Berg', 'same'],
    ['Omar al-Sayed', 'Omar Alsayed', 'same'],
    ["Nora O'Brien", 'Nora O Brien', 'same'],
    ['Ian McDonald', 'Ian Mc Donald', 'same'],
    ['Anne-Marie Weber', 'Annemarie Weber', 'same'],
    ['Min-Su Kim', 'Minsu Kim', 'same'],
    ['Dong-jun Kim', 'Dongjun Kim', 'same'],
    ['O. Quarwell', 'Olivia Quarwell', 'initial'],
    ['Haimei Huang', 'Haimi Huang', 'typo'],
    ['Wang Wei', 'Wei Wang', 'same'],
    ['Anna Maria Schmidt', 'Anna Schmidt', 'same'],
    ['Tom Berg', 'Thomas Berg', 'nickname'],
    ['Bob Sanders', 'Robert Sanders', 'nickname'],
    ['Peggy Sanders', 'Margaret Sanders', 'nickname'],
    ['Pepe Ortega', 'José Ortega', 'nickname'],
    ['Uschi Klein', 'Ursula Klein', 'nickname'],
    ['T. Berg', 'Thomas Berg', 'initial'],
    ['Thomas Bergmann', 'Thomas Bergman', 'spelling'],
    ['Thomas Hollstein', 'Thomas Hollstain', 'typo'],
    ['Thomas Ekrud', 'Thomas Ekud', 'typo'],
    ['Ekrud, Thomas', 'Thomas Ekrud', 'same'],
    ['Ekrud Thomas', 'Thomas Ekurd', 'typo'],
  ])('%s and %s: %s', (one, other, how) => {
    expect(nameAgreement(one, other)?.how).toBe(how)
    expect(nameAgreement(other, one)?.how).toBe(how)
  })
})

describe('one name in two scripts', () => {
  it.each([
    ['Юлия Щербакова', 'Yulia Shcherbakova'],
    ['Юлия Щербакова', 'Julia Schtscherbakowa'],
    ['Дмитрий Соколов', 'Dmitry Sokolov'],
    ['Дмитрий Соколов', 'Dmitrij Sokolow'],
    ['Михаил Кузнецов', 'Michail Kuznetsov'],
    ['Γιώργος Παπαδόπουλος', 'Giorgos Papadopoulos'],
    ['王伟', 'Wei Wang'],
    ['张三丰', 'Zhang Sanfeng'],
    ['欧阳修', 'Ouyang Xiu'],
    ['김민수', 'Min-su Kim'],
    ['박지훈', 'Jihoon Park'],
    ['이영희', 'Lee Yeonghui'],
    ['이영희', 'Young-hee Lee'],
    ['장재우', 'Jae-woo Jang'],
    ['김동준', 'Dong-jun Kim'],
    ['たなか たろう', 'Taro Tanaka'],
    ['タナカ ケンジ', 'Kenji Tanaka'],
    ['محمد حسن', 'Mohammed Hassan'],
    ['خالد احمد', 'Khalid Ahmed'],
    ['فاطمة سليم', 'Fatima Salim'],
    ['علي قاسم', 'Ali Qasim'],
    ['דוד כהן', 'Dawid Kohen'],
  ])('%s and %s', (one, other) => {
    expect(nameAgreement(one, other)?.how).toMatch(/same|spelling/)
  })
})

describe('names of two people', () => {
  it.each([
    ['Tom Berg', 'Tim Berg'],
    ['Daniel Berger', 'Daniela Berger'],
    ['Maria Berger', 'Mario Berger'],
    ['Tom Berg', 'Tom Burg'],
    ['Tom Berg', 'Ida Berg'],
    ['Tom Berg', 'Tom Bergstrom'],
    ['T. Berg', 'T. B.'],
    ['T. Berg', 'Ida Berg'],
    ['Tom', 'Tom Berg'],
    ['Tom', 'Tom'],
    ['王伟', '王芳'],
    ['김민수', '김민지'],
    ['محمد حسن', 'Ahmed Hassan'],
    ['علي حسن', 'Leo Hassan'],
    ['O. Quarwell', 'Ida Quarwell'],
    ['Sara Berger', 'Sarai Berger'],
    ['Ben Carter', 'Dan Carter'],
    ['Wei Li', 'Wei Lin'],
    ['Liqiang Ma', 'Liqiang He'],
    ['Guest No1234', 'Guest No1235'],
    ['Vera Ma', 'Vera Holm, MA'],
    ['', 'Tom Berg'],
    ['!!!', '???'],
  ])('%s and %s', (one, other) => {
    expect(nameAgreement(one, other)).toBeNull()
    expect(nameAgreement(other, one)).toBeNull()
  })
})

describe('at one address', () => {
  it('a spelling or a nickname is one person, a letter is somebody to look at', () => {
    expect(isOneName('Jürgen Müller', 'Juergen Mueller')).toBe(true)
    expect(isOneName('Tom Berg', 'Thomas Berg')).toBe(true)
    expect(isOneName('T. Berg', 'Thomas Berg')).toBe(false)
    expect(isOneName('Thomas Hollstein', 'Thomas Hollstain')).toBe(false)
  })
})
