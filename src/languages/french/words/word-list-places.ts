/** Which word list this is, and where its blocks are in the file, so that a page asks for the right ones at once. Written by scripts/french/build-word-list.ts. */

/** The checksum of the header, which has those of the blocks. The file has it in its name. */
export const WORD_LIST_HASH = '98954ec8'
export const WORD_LIST_HEADER_LENGTH = 5559
/** By block: what its first stem begins with, and how many bytes it has. */
export const WORD_LIST_BLOCKS =
  'a3810 adia3883 alca3741 anab2807 anti4121 arch3848 athl4023 azot3738 bayo3773 biog3735 boug3687 bull3600 capa3651 celt3747 cher3895 clam3752 comi3670 cont3851 cott3856 cuir3714 dece3726 dema3807 dese3962 dieu3915 dots3801 ecot3901 emme3850 ento3939 espo3893 exon3785 fent3655 foli3891 fuit3537 gent3622 goul3663 hab3780 hess3644 hydr3717 immo3623 indu3210 inte4056 isos3684 kanb3702 lapi3584 linu3583 lyso3840 mara3590 mega3346 micr3737 mond3309 mult3795 nene3950 nove3835 ope3756 pach3786 parr3687 perf3394 phot3757 plat3809 port3723 pres3963 pseu3745 quiv3925 reas4158 reje4280 retr3957 roqu3941 salo3710 sean3788 sieg3811 souf3646 ster4022 surd3840 tant3866 tetr3648 tord3804 tric3766 ummi3658 verb3764 voie3558 zarb1191'
