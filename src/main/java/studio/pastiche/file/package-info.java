/// Files and folders of the user's: writing without losing, hashes, and where things lie.
@NullMarked
package studio.pastiche.file;

import org.jspecify.annotations.NullMarked;
