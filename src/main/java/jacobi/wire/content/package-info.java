/**
 * What messages say: one record per message type, its components named as the messaging specification names the fields.
 */
package jacobi.wire.content;
