@NullMarked
package studio.pastiche.picture;

import org.jspecify.annotations.NullMarked;
