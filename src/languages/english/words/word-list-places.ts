/** Which word list this is, and where its blocks are in the file, so that a page asks for the right ones at once. Written by scripts/english/build-word-list.ts. */

/** The checksum of the header, which has those of the blocks. The file has it in its name. */
export const WORD_LIST_HASH = '2a2e468f'
export const WORD_LIST_HEADER_LENGTH = 3724
/** By block: what its first stem begins with, and how many bytes it has. */
export const WORD_LIST_BLOCKS =
  'a3495 aero3434 alte3300 anth3627 arma3514 auxo3518 batt3593 bing3688 botf3545 burg3390 cara3461 cfo3661 cica3563 coll3333 cons3214 coun3541 curc3431 dee3422 deve3683 disp3503 droo3474 elec3573 enve3478 exca3540 fcc3461 floo3522 frog3409 geno3496 goss3455 haem3569 hema3561 honk3613 ichn3369 incu3249 inte3513 izan3315 kayl3583 lana3403 liga3407 lump3499 marg3383 mens3559 miri3571 most3536 nco3717 nong3744 ocul3489 otta3757 paly3473 pei3376 phot3661 pms3669 pred3619 prot3588 quie3265 reco3594 repp3592 robb3402 samm3621 sear3466 shel3659 slic3589 spec3499 ster3695 succ3689 syne3453 tera3582 titi3471 tric3635 unad3812 unin3676 upsi3306 vida3469 wed3492 wort2749'
