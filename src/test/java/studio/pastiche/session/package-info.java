@NullMarked
package studio.pastiche.session;

import org.jspecify.annotations.NullMarked;
