/**
 * Nothing jumps while a page comes: its words are hidden until their letters are there, and those
 * beside a map that is asked for in another state than the published one until that is told.
 */

const { classList } = document.documentElement;
classList.add("coming");
document.fonts.load('1rem "Source Sans"').finally(() => classList.remove("coming"));
if (location.search) classList.add("asked");
