@NullMarked
package studio.pastiche.file;

import org.jspecify.annotations.NullMarked;
