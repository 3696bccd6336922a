/** . */ export {}
